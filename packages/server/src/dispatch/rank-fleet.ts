import { assess, type FleetMember, type Point, type RankingQuery, type Timing } from "@tocsin/domain";
import type { Callout } from "../callouts/index.ts";
import type { Queryable } from "../db/index.ts";
import type { Partner } from "../partners/index.ts";
import { type Engagement, findEngagements, type Fleet, type FleetEntry, isOnDuty } from "../responders/index.ts";
import { rankInputs } from "./rank-inputs.ts";
import type { DispatchInputs, FleetRanking, FleetView } from "./types.ts";

/** Beyond those asked already: the nearest by distance, among whom the nearest by ETA are looked for. */
const considered = 24;
/** The nearest of all are ranked too, fit or not: who was closer and why they were not asked is what people want to know. */
const explained = 8;

/** What is ranked for, and when. */
export interface RankingSubject {
  readonly callout: Pick<Callout, "position" | "responseTypeId" | "internalTest" | "asked">;
  readonly partner: Partner;
  readonly now: Temporal.Instant;
  readonly timing: Timing;
}

/**
 * Ranks the nearest responders for a callout by estimate. Who is taken is read from the database, everything else from
 * memory.
 */
export async function rankFleet(
  view: FleetView,
  db: Queryable,
  subject: RankingSubject,
): Promise<FleetRanking> {
  const query = rankingQuery(view, subject);
  const members = query.place ? await findMembers(view.fleet, db, query, query.place, subject) : [];
  return rankMembers(members, query);
}

/** Ranks those near who are not `taken`, from memory alone: good enough to see whether there is anybody. */
export function rankUntaken(
  view: FleetView,
  subject: RankingSubject,
  taken: ReadonlyMap<number, Engagement>,
): FleetRanking {
  const query = rankingQuery(view, subject);
  const isFree = (entry: FleetEntry): boolean =>
    mayServe(entry, subject.partner) &&
    !taken.has(entry.responder.id) && isFit(toMember(entry, undefined, query.now), query);
  const wanted = subject.callout.asked.length + considered;
  const near = query.place ? view.fleet.nearest(query.place, wanted, isFree) : [];
  return rankMembers(
    near.map((entry) => toMember(entry, undefined, query.now)),
    query,
  );
}

export function rankingQuery(
  { suppliersCovering }: Pick<FleetView, "suppliersCovering">,
  { callout, partner, now, timing }: RankingSubject,
): RankingQuery {
  const { position: place, responseTypeId, internalTest } = callout;
  return {
    place,
    responseTypeId,
    internalTest,
    testSupplierId: partner.policies.testSupplierId,
    coveringSuppliers: place && suppliersCovering(place, responseTypeId),
    now,
    freshPositionSeconds: timing.freshPositionSeconds,
  };
}

/** Looks further out as long as too few of those near are free. */
async function findMembers(
  fleet: Fleet,
  db: Queryable,
  query: RankingQuery,
  place: Point,
  { callout, partner }: RankingSubject,
): Promise<FleetMember[]> {
  const wanted = callout.asked.length + considered;
  const closest = fleet.nearest(place, explained, (entry) => mayServe(entry, partner));
  const isCandidate = (entry: FleetEntry): boolean =>
    mayServe(entry, partner) && isFit(toMember(entry, undefined, query.now), query);
  for (let count = wanted; ; count *= 4) {
    const near = fleet.nearest(place, count, isCandidate);
    const known = [...new Map([...near, ...closest].map((entry) => [entry.responder.id, entry])).values()];
    const engaged = await findEngagements(
      db,
      known.map(({ responder }) => responder.id),
    );
    const free = near.filter(({ responder }) => !engaged.has(responder.id));
    if (near.length === count && free.length < wanted) continue;
    return known.map((entry) => toMember(entry, engaged.get(entry.responder.id), query.now));
  }
}

/** Ranks these by estimate. */
export function rankMembers(members: readonly FleetMember[], query: RankingQuery): FleetRanking {
  const { coveringSuppliers, ...rest } = query;
  const inputs: DispatchInputs = {
    members,
    query: { ...rest, coveringSuppliers: coveringSuppliers && [...coveringSuppliers] },
    eta: { method: null, routedSeconds: {} },
  };
  return { inputs, ranking: rankInputs(inputs) };
}

export function isFit(member: FleetMember, query: RankingQuery): boolean {
  return assess(member, query).unfit.length === 0;
}

/** Simulated responders are there for the demo: to a callout of anybody else they are never sent. */
export function mayServe({ responder }: Pick<FleetEntry, "responder">, { isDemo }: Pick<Partner, "isDemo">): boolean {
  return isDemo || !responder.isDemo;
}

/** A responder as ranking sees one. */
export function toMember(
  { responder, fix }: FleetEntry,
  engagement: Engagement | undefined,
  now: Temporal.Instant,
): FleetMember {
  return {
    responderId: responder.id,
    supplierId: responder.supplierId,
    responseTypes: responder.responseTypes,
    onDuty: isOnDuty(responder, now),
    hasLiveOffer: engagement === "offered",
    hasActiveAssignment: engagement === "assigned",
    position: fix && { latitude: fix.latitude, longitude: fix.longitude, at: fix.recordedAt },
  };
}
