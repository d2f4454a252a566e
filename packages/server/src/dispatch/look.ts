import {
  type CalloutEvent,
  type Decision,
  type DispatchCandidate,
  type Timing,
  transition,
} from "@tocsin/domain";
import { type Applied, applyEvent, type Callout } from "../callouts/index.ts";
import type { Queryable } from "../db/index.ts";
import type { PartnerDirectory } from "../partners/index.ts";
import { nextOfferIds, reserveResponders, storeDecision } from "./dispatch-store.ts";
import { rankFleet, type Taken } from "./rank-fleet.ts";
import { etaMethodOf, rankRouted } from "./rank-inputs.ts";
import type { FleetRanking, FleetView } from "./types.ts";

type Looked = CalloutEvent<"dispatchLooked">;

interface Moment {
  readonly now: Temporal.Instant;
  readonly timing: Timing;
}

/** Offers that one look may make at most (the ladder's widest step). */
export const offersPerLook = 3;

/** What was found out before the callout was held. */
export interface Foreknowledge {
  /** A router's answers in seconds by responder. */
  readonly routed: ReadonlyMap<number, number>;
  /** Passed over; learns of those whom this look finds taken, or takes. */
  readonly taken: Taken;
}

/**
 * Looks for somebody for a callout that the transaction holds: rank, reserve whom the transition chooses, and store
 * offers, engagements and the reasons together.
 */
export async function look(
  { view, partners }: { readonly view: FleetView; readonly partners: PartnerDirectory },
  tx: Queryable,
  callout: Callout,
  { now, timing }: Moment,
  { routed, taken }: Foreknowledge = { routed: new Map(), taken: new Map() },
): Promise<Applied> {
  const partner = await partners.find(callout.customerSourceId);
  if (!partner) throw new Error(`Callout ${callout.id} belongs to no known customer source`);
  const estimated = await rankFleet(view, tx, { callout, partner, now, timing }, taken);
  const ranked = routed.size > 0 ? rankRouted(estimated, view.eta.method, routed) : estimated;
  const candidates = candidatesOf(ranked);
  const offerIds = candidates.length > 0 ? await nextOfferIds(tx, offersPerLook) : [];
  const moment = { now, timing };
  const looked = await reserveChosen(tx, callout, { type: "dispatchLooked", candidates, offerIds }, moment);
  const applied = await applyEvent(tx, callout, looked, now, timing);
  if (!applied.ok) return applied;
  for (const responderId of chosenBy(applied.decision)) taken.set(responderId, "offered");
  if (applied.entries.length > 0) {
    await storeDecision(tx, applied.callout, ranked.inputs, ranked.ranking);
  }
  return applied;
}

/** Those who are fit, best first. */
export function candidatesOf({ inputs, ranking }: FleetRanking): DispatchCandidate[] {
  return ranking
    .filter(({ unfit }) => unfit.length === 0)
    .map(({ responderId, etaSeconds, distanceMetres }) => ({
      responderId,
      etaSeconds: etaSeconds ?? 0,
      etaMethod: etaMethodOf(inputs, responderId),
      distanceMetres: distanceMetres ?? 0,
      reservable: true,
    }));
}

/**
 * Reserves those whom the transition would choose, and lets it choose again as long as others were quicker. Once some
 * are ours we go on with them alone: to wait for more while holding these is how two callouts would deadlock.
 */
async function reserveChosen(
  tx: Queryable,
  callout: Callout,
  looked: Looked,
  { now, timing }: Moment,
): Promise<Looked> {
  const lost = new Set<number>();
  for (;;) {
    const event = reservable(looked, (id) => !lost.has(id));
    const chosen = chosenBy(transition(callout, event, now, timing));
    if (chosen.length === 0) return event;
    const reserved = await reserveResponders(tx, callout, chosen, now);
    if (reserved.size > 0) return reservable(looked, (id) => reserved.has(id));
    for (const responderId of chosen) lost.add(responderId);
  }
}

function reservable(looked: Looked, isReservable: (responderId: number) => boolean): Looked {
  const candidates = looked.candidates.map((candidate) => ({
    ...candidate,
    reservable: isReservable(candidate.responderId),
  }));
  return { ...looked, candidates };
}

function chosenBy(decision: Decision): number[] {
  if (!decision.ok) return [];
  return decision.effects.offers
    .filter(({ state }) => state === "live")
    .map(({ responderId }) => responderId);
}
