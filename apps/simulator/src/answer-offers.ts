import type { ResponderOffer } from "@tocsin/wire";
import { between } from "./chance.ts";
import type { Act, Chance } from "./types.ts";

const secondsToThink = [1, 4] as const;
const declines = 0.05;
const ignores = 0.02;
/** Nobody drives to the other end of the country. */
const farthestMetres = 150_000;

interface Answer {
  readonly offerId: number;
  readonly kind: "accept" | "decline" | "ignore";
  readonly at: number;
}

/** How one person answers what is offered: after a moment, mostly with yes, and to one offer in one way. */
export function createAnswering(chance: Chance, speed: number) {
  let answer: Answer | null = null;

  function decide({ id, distanceMetres }: ResponderOffer, now: number): Answer {
    const mood = chance();
    const at = now + (between(chance, ...secondsToThink) * 1000) / speed;
    if (distanceMetres > farthestMetres || mood < declines) return { offerId: id, kind: "decline", at };
    return { offerId: id, kind: mood < declines + ignores ? "ignore" : "accept", at };
  }

  return (offer: ResponderOffer, now: number): Act[] => {
    if (offer.callout.advanced) return [];
    if (answer?.offerId !== offer.id) answer = decide(offer, now);
    if (answer.kind === "ignore" || now < answer.at) return [];
    return [{ kind: answer.kind, offerId: offer.id }];
  };
}
