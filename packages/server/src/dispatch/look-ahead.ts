import { isTooFarAlone, type Timing, timingFor, transition } from "@tocsin/domain";
import { type Callout, peekCallouts } from "../callouts/index.ts";
import type { Capabilities } from "../capabilities.ts";
import { type DueDeadline, type DueHandler, type LookedAhead, moveDeadlines } from "../deadlines/index.ts";
import { listEngagements } from "../responders/index.ts";
import type { Availability } from "./availability.ts";
import { candidatesOf, type LookMeans, look, nearestTooFar, offersPerLook } from "./look.ts";
import { type RankingSubject, rankingQuery, rankMembers, rankUntaken, type Taken } from "./rank-fleet.ts";
import type { FleetRanking } from "./types.ts";

/** Where nobody is on duty at all the next look may wait this long: whoever comes on duty brings it forward. */
const idleLookSeconds = 30;
/** No road brings anybody nearer than this by the crow's flight: 130 km/h, straight ahead. */
const fastestMetresPerSecond = 36;

export interface LookAheadMeans extends LookMeans, Pick<Capabilities, "db"> {
  readonly availability: Availability;
  /** Makes looks that were put off due now. */
  readonly bringForward: () => Promise<void>;
}

/** What a look at a callout would decide. */
interface Rehearsal {
  readonly due: DueDeadline;
  readonly subject: RankingSubject;
  /** Nobody at all is on duty for such callouts. */
  readonly isIdle: boolean;
  readonly ranked: FleetRanking;
  /** When to look again, if that is all; null when there is more to be done. */
  readonly lookAgainAt: Temporal.Instant | null;
}

/**
 * Looks at many callouts at once and holds none of them. In a bad hour most looks find nobody, and change nothing but the
 * time of the next one: those are stored together. For the others the router is asked now, while nothing waits for it.
 */
export async function lookAhead(means: LookAheadMeans, due: readonly DueDeadline[]): Promise<LookedAhead> {
  if (due.length === 0) return { settled: new Set(), prepared: new Map() };
  const taken: Taken = new Map();
  const rehearsals = await rehearseAll(means, due, taken);
  const loud = rehearsals.filter(({ lookAgainAt }) => lookAgainAt === null);
  const [settled, prepared] = await Promise.all([
    settle(means, rehearsals),
    Promise.all(loud.map((each) => prepare(means, each, taken))),
  ]);
  return { settled, prepared: new Map(prepared) };
}

async function rehearseAll(
  { db, clock, view, partners, availability }: LookAheadMeans,
  due: readonly DueDeadline[],
  taken: Taken,
): Promise<Rehearsal[]> {
  const callouts = new Map((await peekCallouts(db, due)).map((callout) => [callout.id, callout]));
  const rehearsals: Rehearsal[] = [];
  let knowsTaken = false;
  for (const each of due) {
    const callout = callouts.get(each.calloutId);
    const partner = await partners.find(each.customerSourceId);
    // whatever is wrong there comes to light when it is handled alone
    if (!callout || !partner) continue;
    const itsTiming = timingFor(partner.policies.timing, callout.responseTypeId);
    const subject = { callout, partner, now: clock.now(), timing: itsTiming };
    const isIdle = availability.isNobodyFit(subject);
    if (!isIdle && !knowsTaken) {
      for (const [id, engagement] of await listEngagements(db)) taken.set(id, engagement);
      knowsTaken = true;
    }
    const ranked = isIdle ? rankMembers([], rankingQuery(view, subject)) : rankUntaken(view, subject, taken);
    const timing = isIdle ? idle(subject.timing) : subject.timing;
    const mayBeNearer = view.eta.method !== null && isNearerByRoadPerhaps(ranked);
    const lookAgainAt = mayBeNearer ? null : nextLook(callout, ranked, { ...subject, timing });
    rehearsals.push({ due: each, subject, isIdle, ranked, lookAgainAt });
  }
  return rehearsals;
}

function idle(timing: Timing): Timing {
  return { ...timing, retryLookSeconds: Math.max(timing.retryLookSeconds, idleLookSeconds) };
}

async function settle(
  { db, clock, availability, bringForward }: LookAheadMeans,
  rehearsals: readonly Rehearsal[],
): Promise<ReadonlySet<DueDeadline>> {
  const moves = rehearsals.flatMap(({ due, lookAgainAt }) =>
    lookAgainAt === null ? [] : [{ deadline: due, to: lookAgainAt }],
  );
  const settled = await moveDeadlines(db, moves, clock.now());
  // whoever came on duty before this was stored had nothing to bring forward yet
  const wasIdle = rehearsals.filter(({ isIdle }) => isIdle);
  if (wasIdle.some(({ subject }) => !availability.isNobodyFit(subject))) await bringForward();
  return settled;
}

/** Null when the look would change more than when the next one is. */
function nextLook(
  callout: Callout,
  ranked: FleetRanking,
  { now, timing }: Pick<RankingSubject, "now" | "timing">,
): Temporal.Instant | null {
  const offerIds = Array.from({ length: offersPerLook }, (_, index) => index + 1);
  const candidates = candidatesOf(ranked);
  const event = { type: "dispatchLooked", candidates, offerIds, ...nearestTooFar(ranked) } as const;
  const decision = transition(callout, event, now, timing);
  if (!decision.ok || decision.entries.length > 0) return null;
  const [next, ...others] = decision.deadlines;
  return next?.kind === "dispatch" && others.length === 0 ? next.dueAt : null;
}

/** Nobody is near enough by estimate, and of somebody a router could still say otherwise: it is worth asking. */
function isNearerByRoadPerhaps({ inputs, ranking }: FleetRanking): boolean {
  const { reachSeconds = Infinity } = inputs.query;
  const best = ranking[0];
  const nearest = best && isTooFarAlone(best) ? best : null;
  return nearest !== null && (nearest.distanceMetres ?? 0) / fastestMetresPerSecond <= reachSeconds;
}

async function prepare(
  { clock, view, partners }: LookMeans,
  { due, ranked }: Rehearsal,
  taken: Taken,
): Promise<[DueDeadline, DueHandler]> {
  const { query, members } = ranked.inputs;
  const routed = query.place ? await view.eta.route(query.place, members) : new Map<number, number>();
  return [
    due,
    (tx, callout, now, timing) =>
      look({ clock, view, partners }, tx, callout, { now, timing }, { routed, taken }),
  ];
}
