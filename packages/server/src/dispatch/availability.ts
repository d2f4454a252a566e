import type { Clock } from "../capabilities.ts";
import type { Fleet, FleetEntry } from "../responders/index.ts";
import { isFit, mayServe, type RankingSubject, rankingQuery, toMember } from "./rank-fleet.ts";

/** Whether anybody could be sent at all, wherever they are and whoever has asked them. */
export interface Availability {
  /** True when nobody is fit for such callouts. From then on whoever becomes fit is noticed. */
  isNobodyFit(subject: RankingSubject): boolean;
}

/**
 * Remembers for what kinds of callout nobody is on duty, so that ten thousand of them cost one look at the fleet.
 * @param onSomebody somebody has become fit where there was nobody
 */
export function createAvailability(fleet: Fleet, clock: Clock, onSomebody: () => void): Availability {
  const nobody = new Map<string, RankingSubject>();
  /** Somebody who was fit the last time: asked first. */
  const witnesses = new Map<string, number>();

  fleet.subscribe((responderId) => {
    if (nobody.size === 0) return;
    const entry = fleet.find(responderId);
    if (!entry) return;
    const now = clock.now();
    const found = [...nobody].filter(([, subject]) => isAvailable(entry, { ...subject, now }));
    for (const [key] of found) nobody.delete(key);
    if (found.length > 0) onSomebody();
  });

  return {
    isNobodyFit(subject) {
      const key = keyOf(subject);
      if (nobody.has(key)) return true;
      const witness = fleet.find(witnesses.get(key) ?? Number.NaN);
      if (witness && isAvailable(witness, subject)) return false;
      for (const entry of fleet.entries()) {
        if (!isAvailable(entry, subject)) continue;
        witnesses.set(key, entry.responder.id);
        return false;
      }
      nobody.set(key, subject);
      return true;
    },
  };
}

/** Where the callout is, and whether the responder is taken, counts for nothing here. */
function isAvailable(entry: FleetEntry, subject: RankingSubject): boolean {
  const query = { ...rankingQuery(anywhere, subject), place: entry.fix };
  return mayServe(entry, subject.partner) && isFit(toMember(entry, undefined, subject.now), query);
}

const anywhere = { suppliersCovering: () => null };

function keyOf({ callout, partner, timing }: RankingSubject): string {
  const { responseTypeId, internalTest } = callout;
  const supplier = internalTest ? partner.policies.testSupplierId : "any";
  return [responseTypeId, supplier, partner.isDemo, timing.freshPositionSeconds].join(" ");
}
