import type { RankingQuery } from "@tocsin/domain";
import type { Clock } from "../capabilities.ts";
import type { Fleet, FleetEntry } from "../responders/index.ts";
import { isFit, toMember } from "./rank-fleet.ts";

/** Whether anybody could be sent at all, wherever they are and whoever has asked them. */
export interface Availability {
  /** True when nobody is fit for such callouts. From then on whoever becomes fit is noticed. */
  isNobodyFit(query: RankingQuery): boolean;
}

/**
 * Remembers for what kinds of callout nobody is on duty, so that ten thousand of them cost one look at the fleet.
 * @param onSomebody somebody has become fit where there was nobody
 */
export function createAvailability(fleet: Fleet, clock: Clock, onSomebody: () => void): Availability {
  const nobody = new Map<string, RankingQuery>();
  /** Somebody who was fit the last time: asked first. */
  const witnesses = new Map<string, number>();

  fleet.subscribe((responderId) => {
    if (nobody.size === 0) return;
    const entry = fleet.find(responderId);
    if (!entry) return;
    const found = [...nobody].filter(([, query]) => isAvailable(entry, { ...query, now: clock.now() }));
    for (const [key] of found) nobody.delete(key);
    if (found.length > 0) onSomebody();
  });

  return {
    isNobodyFit(query) {
      const key = keyOf(query);
      if (nobody.has(key)) return true;
      const witness = fleet.find(witnesses.get(key) ?? Number.NaN);
      if (witness && isAvailable(witness, query)) return false;
      for (const entry of fleet.entries()) {
        if (!isAvailable(entry, query)) continue;
        witnesses.set(key, entry.responder.id);
        return false;
      }
      nobody.set(key, query);
      return true;
    },
  };
}

/** Where the callout is, and whether the responder is taken, counts for nothing here. */
function isAvailable(entry: FleetEntry, query: RankingQuery): boolean {
  const anywhere = { ...query, place: entry.fix, coveringSuppliers: null };
  return isFit(toMember(entry, undefined, query.now), anywhere);
}

function keyOf({ responseTypeId, internalTest, testSupplierId, freshPositionSeconds }: RankingQuery): string {
  return `${responseTypeId} ${internalTest ? testSupplierId : "all"} ${freshPositionSeconds}`;
}
