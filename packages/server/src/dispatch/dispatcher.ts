import type { DispatchCandidate, RankedCandidate } from "@tocsin/domain";
import { type Applied, applyEvent, isEngaged } from "../callouts/index.ts";
import type { Queryable } from "../db/index.ts";
import type { DueHandler } from "../deadlines/index.ts";
import type { PartnerDirectory } from "../partners/index.ts";
import { nextOfferIds, storeDecision } from "./dispatch-store.ts";
import { type FleetView, rankFleet } from "./rank-fleet.ts";

/** Offers that one look may make at most (the ladder's widest step). */
const offersPerLook = 3;
/** Another callout may take a responder while we look; so often in a row only in a stampede, and then the clock looks again. */
const attempts = 5;

/**
 * What happens when a callout's `dispatch` deadline is due: rank, let the transition decide whom to offer, and store
 * offers, engagements and the reasons together. Who is quicker elsewhere wins by the engagement's primary key; then this
 * looks again.
 */
export function createDispatchHandler(view: FleetView, partners: PartnerDirectory): DueHandler {
  return async (tx, callout, now, timing) => {
    const partner = await partners.find(callout.customerSourceId);
    if (!partner) throw new Error(`Callout ${callout.id} belongs to no known customer source`);

    const look = async (inner: Queryable): Promise<Applied> => {
      const { inputs, ranking } = await rankFleet(view, inner, callout, partner, now, timing);
      const candidates = ranking.filter(isFit).map(toCandidate);
      const offerIds = candidates.length > 0 ? await nextOfferIds(inner, offersPerLook) : [];
      const applied = await applyEvent(
        inner,
        callout,
        { type: "dispatchLooked", candidates, offerIds },
        now,
        timing,
      );
      if (applied.ok && applied.entries.length > 0)
        await storeDecision(inner, applied.callout, inputs, ranking);
      return applied;
    };

    for (let attempt = 1; ; attempt++) {
      try {
        return await tx.transaction(look);
      } catch (error) {
        if (!isEngaged(error) || attempt === attempts) throw error;
      }
    }
  };
}

function isFit({ unfit }: RankedCandidate): boolean {
  return unfit.length === 0;
}

function toCandidate({ responderId, etaSeconds, distanceMetres }: RankedCandidate): DispatchCandidate {
  return { responderId, etaSeconds: etaSeconds ?? 0, distanceMetres: distanceMetres ?? 0, reservable: true };
}
