import { distanceMetres, type Point } from "../geo/distance.ts";
import { estimateEtaSeconds } from "../geo/eta.ts";

/** A responder as ranking sees one. */
export interface FleetMember {
  readonly responderId: number;
  readonly supplierId: number;
  readonly responseTypes: readonly number[];
  readonly onDuty: boolean;
  /** Of any callout; a responder holds one at most. */
  readonly hasLiveOffer: boolean;
  readonly hasActiveAssignment: boolean;
  readonly position: (Point & { readonly at: Temporal.Instant }) | null;
}

/** Whom a callout may be offered to. */
export interface RankingQuery {
  /** Null when nobody knows where: then nobody is fit. */
  readonly place: Point | null;
  readonly responseTypeId: number;
  readonly internalTest: boolean;
  /** The tenant's test supplier: the only one that is offered an internal test. */
  readonly testSupplierId: number | null;
  /** Suppliers whose coverage holds the place; null when the tenant draws no coverage areas and all are allowed. */
  readonly coveringSuppliers: ReadonlySet<number> | null;
  readonly now: Temporal.Instant;
  readonly freshPositionSeconds: number;
  /** Who needs longer is too far. Absent: nobody is, as in decisions that were stored before there was a limit. */
  readonly reachSeconds?: number;
  /** A router's answer; undefined where it has none and the estimate stands in. */
  readonly routedEtaSeconds?: (responderId: number) => number | undefined;
}

export const unfitReasons = [
  "placeUnknown",
  "wrongResponseType",
  "supplierNotAllowed",
  "offDuty",
  "holdsAnOffer",
  "assigned",
  "positionUnknown",
  "positionStale",
  "tooFar",
] as const;
export type UnfitReason = (typeof unfitReasons)[number];

/** A responder with the reason why it is or isn't fit. Distance and ETA are null when one of the two places is unknown. */
export interface RankedCandidate {
  readonly responderId: number;
  readonly supplierId: number;
  /** All that speaks against it; fit when empty. */
  readonly unfit: readonly UnfitReason[];
  readonly etaSeconds: number | null;
  readonly distanceMetres: number | null;
  readonly positionAgeSeconds: number | null;
}

/** Fit ones first; then by ETA, by distance, by id. Unknown ETAs come last. */
export function rank(fleet: Iterable<FleetMember>, query: RankingQuery): RankedCandidate[] {
  return Array.from(fleet, (member) => assess(member, query)).toSorted(compareCandidates);
}

/** One responder, judged by itself: what a controller sees before sending it by hand. */
export function assess(member: FleetMember, query: RankingQuery): RankedCandidate {
  const { position } = member;
  const distance = position && query.place && distanceMetres(position, query.place);
  const routed = distance === null ? undefined : query.routedEtaSeconds?.(member.responderId);
  const eta = distance === null ? null : (routed ?? estimateEtaSeconds(distance, query.responseTypeId));
  return {
    responderId: member.responderId,
    supplierId: member.supplierId,
    unfit: unfitReasons.filter((reason) => objections[reason](member, query, eta)),
    etaSeconds: eta,
    distanceMetres: distance,
    positionAgeSeconds: position && positionAge(position.at, query.now),
  };
}

/** Each reason, and when it speaks against a responder. */
const objections: Readonly<
  Record<UnfitReason, (member: FleetMember, query: RankingQuery, etaSeconds: number | null) => boolean>
> = {
  placeUnknown: (_, { place }) => place === null,
  wrongResponseType: ({ responseTypes }, { responseTypeId }) => !responseTypes.includes(responseTypeId),
  supplierNotAllowed: ({ supplierId }, query) => !isSupplierAllowed(supplierId, query),
  offDuty: ({ onDuty }) => !onDuty,
  holdsAnOffer: ({ hasLiveOffer }) => hasLiveOffer,
  assigned: ({ hasActiveAssignment }) => hasActiveAssignment,
  positionUnknown: ({ position }) => position === null,
  positionStale: ({ position }, { now, freshPositionSeconds }) =>
    position !== null && positionAge(position.at, now) > freshPositionSeconds,
  tooFar: (_, { reachSeconds }, eta) => reachSeconds !== undefined && eta !== null && eta > reachSeconds,
};

/** Would be asked, were it nearer: a person may think otherwise. */
export function isTooFarAlone({ unfit }: Pick<RankedCandidate, "unfit">): boolean {
  return unfit.length === 1 && unfit[0] === "tooFar";
}

function isSupplierAllowed(supplierId: number, query: RankingQuery): boolean {
  if (query.internalTest) return supplierId === query.testSupplierId;
  return query.coveringSuppliers === null || query.coveringSuppliers.has(supplierId);
}

/** A tracker whose clock runs ahead counts as fresh, not as unknown. */
function positionAge(at: Temporal.Instant, now: Temporal.Instant): number {
  return Math.max(0, (now.epochMilliseconds - at.epochMilliseconds) / 1000);
}

function compareCandidates(one: RankedCandidate, other: RankedCandidate): number {
  return (
    Number(one.unfit.length > 0) - Number(other.unfit.length > 0) ||
    compareKnown(one.etaSeconds, other.etaSeconds) ||
    compareKnown(one.distanceMetres, other.distanceMetres) ||
    one.responderId - other.responderId
  );
}

function compareKnown(one: number | null, other: number | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one - other;
}
