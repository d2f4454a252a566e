import {
  type CalloutEvent,
  type Decision,
  type DispatchCandidate,
  isTooFarAlone,
  type RankedCandidate,
  type Timing,
  type TooFarCandidate,
  transition,
} from "@tocsin/domain";
import { type Applied, applyEvent, type Callout } from "../callouts/index.ts";
import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import type { PartnerDirectory } from "../partners/index.ts";
import { nextOfferIds, reserveResponders, storeDecision } from "./dispatch-store.ts";
import { rankFleet, type Taken } from "./rank-fleet.ts";
import { etaMethodOf, rankRouted } from "./rank-inputs.ts";
import type { FleetRanking, FleetView } from "./types.ts";

type Looked = CalloutEvent<"dispatchLooked">;

interface Moment {
  /** When the fleet is ranked. */
  readonly now: Temporal.Instant;
  readonly timing: Timing;
}

/** Offers that one look may make at most (the ladder's widest step). */
export const offersPerLook = 3;

export interface LookMeans extends Pick<Capabilities, "clock"> {
  readonly view: FleetView;
  readonly partners: PartnerDirectory;
}

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
  means: LookMeans,
  tx: Queryable,
  callout: Callout,
  moment: Moment,
  known: Foreknowledge = { routed: new Map(), taken: new Map() },
): Promise<Applied> {
  const { taken } = known;
  const { ranked, looked } = await findFree(means, tx, callout, moment, known);
  // since the ranking somebody may have been another's and let go again: their offer begins after that, on paper too
  const applied = await applyEvent(tx, callout, looked, means.clock.now(), moment.timing);
  if (!applied.ok) return applied;
  for (const responderId of chosenBy(applied.decision)) taken.set(responderId, "offered");
  if (applied.entries.length > 0) {
    await storeDecision(tx, applied.callout, ranked.inputs, ranked.ranking);
  }
  return applied;
}

/** Ranks again when others were quicker with everybody who was found: further away there may be more. */
async function findFree(
  { view, partners }: LookMeans,
  tx: Queryable,
  callout: Callout,
  moment: Moment,
  { routed, taken }: Foreknowledge,
): Promise<{ readonly ranked: FleetRanking; readonly looked: Looked }> {
  const partner = await partners.find(callout.customerSourceId);
  if (!partner) throw new Error(`Callout ${callout.id} belongs to no known customer source`);
  let offerIds: readonly number[] = [];
  for (;;) {
    const estimated = await rankFleet(view, tx, { callout, partner, ...moment }, taken);
    const ranked = routed.size > 0 ? rankRouted(estimated, view.eta.method, routed) : estimated;
    const candidates = candidatesOf(ranked);
    const tooFar = nearestTooFar(ranked);
    if (offerIds.length === 0 && candidates.length > 0) offerIds = await nextOfferIds(tx, offersPerLook);
    const wished = { type: "dispatchLooked", candidates, offerIds, ...tooFar } as const;
    const { looked, lost, isInVain } = await reserveChosen(tx, callout, wished, moment);
    if (!isInVain) return { ranked, looked };
    for (const responderId of lost) taken.set(responderId, "offered");
  }
}

/** Those who are fit, best first. */
export function candidatesOf({ inputs, ranking }: FleetRanking): DispatchCandidate[] {
  return ranking
    .filter(({ unfit }) => unfit.length === 0)
    .map((candidate) => ({ ...measuresOf(candidate, inputs), reservable: true }));
}

/** Of those who would be fit were they nearer, the one who would be first; nothing when there is none. */
export function nearestTooFar({ inputs, ranking }: FleetRanking): Pick<Looked, "tooFar"> {
  const nearest = ranking.find(isTooFarAlone);
  return nearest ? { tooFar: measuresOf(nearest, inputs) } : {};
}

function measuresOf(candidate: RankedCandidate, inputs: FleetRanking["inputs"]): TooFarCandidate {
  const { responderId, etaSeconds, distanceMetres } = candidate;
  return {
    responderId,
    etaSeconds: etaSeconds ?? 0,
    etaMethod: etaMethodOf(inputs, responderId),
    distanceMetres: distanceMetres ?? 0,
  };
}

interface Reservation {
  readonly looked: Looked;
  readonly lost: ReadonlySet<number>;
  /** Others were quicker with everybody. */
  readonly isInVain: boolean;
}

/**
 * Reserves those whom the transition would choose, and lets it choose again as long as others were quicker. Once some
 * are ours we go on with them alone: to wait for more while holding these is how two callouts would deadlock.
 */
async function reserveChosen(
  tx: Queryable,
  callout: Callout,
  wished: Looked,
  { now, timing }: Moment,
): Promise<Reservation> {
  const lost = new Set<number>();
  for (;;) {
    const looked = reservable(wished, (id) => !lost.has(id));
    const chosen = chosenBy(transition(callout, looked, now, timing));
    if (chosen.length === 0) return { looked, lost, isInVain: lost.size > 0 };
    const reserved = await reserveResponders(tx, callout, chosen, now);
    if (reserved.size > 0) {
      return { looked: reservable(wished, (id) => reserved.has(id)), lost, isInVain: false };
    }
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
