import {
  assess,
  type FleetMember,
  isTooFarAlone,
  type Point,
  type RankingQuery,
  type Timing,
} from "@tocsin/domain";
import type { Callout } from "../callouts/index.ts";
import type { Queryable } from "../db/index.ts";
import type { Partner } from "../partners/index.ts";
import {
  type Engagement,
  type Fleet,
  type FleetEntry,
  findEngagements,
  isOnDuty,
  listEngagements,
} from "../responders/index.ts";
import { rankInputs } from "./rank-inputs.ts";
import type { DispatchInputs, FleetRanking, FleetView } from "./types.ts";

/** Beyond those asked already: the nearest by distance, among whom the nearest by ETA are looked for. */
const considered = 24;
/** Of these so many must turn out to be free. */
const enough = 12;
/** The nearest of all are ranked too, fit or not: who was closer and why they were not asked is what people want to know. */
const explained = 8;

/** Who is taken, as far as is known. */
export type Taken = Map<number, Engagement>;

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
 * @param taken who was found taken a moment ago and is passed over; learns of more
 */
export async function rankFleet(
  view: FleetView,
  db: Queryable,
  subject: RankingSubject,
  taken: Taken = new Map(),
): Promise<FleetRanking> {
  const query = rankingQuery(view, subject);
  const { place } = query;
  const members = place ? await findMembers(view.fleet, db, { subject, query, place, taken }) : [];
  return rankMembers(members, query);
}

/** Ranks those near who are not `taken`, from memory alone: good enough to see whether there is anybody. */
export function rankUntaken(view: FleetView, subject: RankingSubject, taken: Taken): FleetRanking {
  const query = rankingQuery(view, subject);
  const { place } = query;
  const near = place ? nearestUntaken(view.fleet, { subject, query, place, taken }) : [];
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
    reachSeconds: timing.reachSeconds,
  };
}

interface Search {
  readonly subject: RankingSubject;
  readonly query: RankingQuery;
  readonly place: Point;
  readonly taken: Taken;
}

/** When too many of those near turn out to be taken, all who are taken are read, and others looked for once more. */
async function findMembers(fleet: Fleet, db: Queryable, search: Search): Promise<FleetMember[]> {
  const { subject, query, place, taken } = search;
  const closest = fleet.nearest(place, explained, (entry) => mayServe(entry, subject.partner));
  for (let round = 1; ; round++) {
    const near = nearestUntaken(fleet, search);
    const entries = new Map([...near, ...closest].map((entry) => [entry.responder.id, entry]));
    const engaged = await findEngagements(db, [...entries.keys()]);
    learn(taken, engaged);
    const found = near.filter(({ responder }) => !engaged.has(responder.id));
    if (
      round === 2 ||
      found.length === near.length ||
      found.length >= subject.callout.asked.length + enough
    ) {
      return [...entries.values()].map((entry) =>
        toMember(entry, engaged.get(entry.responder.id), query.now),
      );
    }
    learn(taken, await listEngagements(db));
  }
}

function nearestUntaken(fleet: Fleet, { subject, query, place, taken }: Search): FleetEntry[] {
  const isCandidate = (entry: FleetEntry): boolean =>
    !taken.has(entry.responder.id) &&
    mayServe(entry, subject.partner) &&
    isFitOrTooFar(toMember(entry, undefined, query.now), query);
  return fleet.nearest(place, subject.callout.asked.length + considered, isCandidate);
}

function learn(taken: Taken, more: ReadonlyMap<number, Engagement>): void {
  for (const [responderId, engagement] of more) taken.set(responderId, engagement);
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

/** Who is too far by estimate stays among them: a router may know better, and people want to know who there would have been. */
function isFitOrTooFar(member: FleetMember, query: RankingQuery): boolean {
  const candidate = assess(member, query);
  return candidate.unfit.length === 0 || isTooFarAlone(candidate);
}

export function isFit(member: FleetMember, query: RankingQuery): boolean {
  return assess(member, query).unfit.length === 0;
}

/** Simulated responders are there for the demo: to a callout of anybody else they are never sent. */
export function mayServe(
  { responder }: Pick<FleetEntry, "responder">,
  { isDemo }: Pick<Partner, "isDemo">,
): boolean {
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
