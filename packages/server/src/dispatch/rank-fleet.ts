import {
  assess,
  type FleetMember,
  type RankedCandidate,
  type RankingQuery,
  rank,
  type Timing,
} from "@tocsin/domain";
import type { Callout } from "../callouts/index.ts";
import type { Queryable } from "../db/index.ts";
import type { Partner } from "../partners/index.ts";
import type { Fleet, FleetEntry } from "../responders/index.ts";
import { type Engagement, findEngagements } from "./dispatch-store.ts";
import { type EtaSource, estimateOnly } from "./eta-source.ts";
import type { DispatchInputs } from "./types.ts";

export interface FleetView {
  readonly fleet: Fleet;
  readonly eta: EtaSource;
  /** Suppliers whose areas hold a place; null when no areas are drawn and all are allowed. */
  readonly suppliersCovering: (
    place: { latitude: number; longitude: number },
    responseTypeId: number,
  ) => ReadonlySet<number> | null;
}

export interface FleetRanking {
  readonly inputs: DispatchInputs;
  /** Fit ones first, by ETA. */
  readonly ranking: readonly RankedCandidate[];
}

/** Beyond those asked already: the nearest by distance among whom the nearest by ETA are looked for. */
const considered = 24;

/**
 * Ranks the nearest responders for a callout. Who is taken is read from the database, everything else from memory.
 * Looks further out as long as too few of those near are free.
 */
export async function rankFleet(
  { fleet, eta, suppliersCovering }: FleetView,
  tx: Queryable,
  callout: Callout,
  partner: Partner,
  now: Temporal.Instant,
  timing: Timing,
): Promise<FleetRanking> {
  const { position: place, responseTypeId, internalTest } = callout;
  const query: RankingQuery = {
    place,
    responseTypeId,
    internalTest,
    testSupplierId: partner.policies.testSupplierId,
    coveringSuppliers: place && suppliersCovering(place, responseTypeId),
    now,
    freshPositionSeconds: timing.freshPositionSeconds,
  };
  const wanted = callout.asked.length + considered;
  const near = place ? await findFree(fleet, tx, query, place, wanted) : [];
  const routedSeconds = place ? await eta.route(place, near, responseTypeId) : new Map<number, number>();
  const routedEtaSeconds = (responderId: number): number | undefined => routedSeconds.get(responderId);
  const { coveringSuppliers, ...rest } = query;
  return {
    ranking: rank(near, { ...query, routedEtaSeconds }),
    inputs: {
      members: near,
      query: { ...rest, coveringSuppliers: coveringSuppliers && [...coveringSuppliers] },
      eta: {
        method: routedSeconds.size > 0 ? eta.method : estimateOnly.method,
        routedSeconds: Object.fromEntries(routedSeconds),
      },
    },
  };
}

async function findFree(
  fleet: Fleet,
  tx: Queryable,
  query: RankingQuery,
  place: { latitude: number; longitude: number },
  wanted: number,
): Promise<FleetMember[]> {
  const isFit = (entry: FleetEntry): boolean =>
    assess(toMember(entry, undefined, query.now), query).unfit.length === 0;
  for (let count = wanted; ; count *= 4) {
    const near = fleet.nearest(place, count, isFit);
    const engaged = await findEngagements(
      tx,
      near.map(({ responder }) => responder.id),
    );
    const members = near.map((entry) => toMember(entry, engaged.get(entry.responder.id), query.now));
    if (near.length < count || members.length - engaged.size >= wanted) return members;
  }
}

/** A responder as ranking sees one. */
export function toMember(
  { responder, fix }: FleetEntry,
  engagement: Engagement | undefined,
  now: Temporal.Instant,
): FleetMember {
  const { dutyUntil } = responder;
  const shiftIsOver = dutyUntil !== null && Temporal.Instant.compare(dutyUntil, now) <= 0;
  return {
    responderId: responder.id,
    supplierId: responder.supplierId,
    responseTypes: responder.responseTypes,
    onDuty: responder.onDuty && !shiftIsOver && responder.disabledAt === null,
    hasLiveOffer: engagement === "offered",
    hasActiveAssignment: engagement === "assigned",
    position: fix && { latitude: fix.latitude, longitude: fix.longitude, at: fix.recordedAt },
  };
}
