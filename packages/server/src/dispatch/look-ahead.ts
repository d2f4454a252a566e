import { type Timing, transition } from "@tocsin/domain";
import { type Callout, peekCallouts } from "../callouts/index.ts";
import type { Capabilities } from "../capabilities.ts";
import { type DueDeadline, type DueHandler, type LookedAhead, moveDeadlines } from "../deadlines/index.ts";
import type { PartnerDirectory } from "../partners/index.ts";
import { type Engagement, listEngagements } from "../responders/index.ts";
import type { Availability } from "./availability.ts";
import { candidatesOf, look, offersPerLook } from "./look.ts";
import { type RankingSubject, rankingQuery, rankMembers, rankUntaken } from "./rank-fleet.ts";
import type { FleetRanking, FleetView } from "./types.ts";

/** Where nobody is on duty at all the next look may wait this long: whoever comes on duty brings it forward. */
const idleLookSeconds = 30;

export interface LookMeans extends Pick<Capabilities, "db" | "clock"> {
  readonly view: FleetView;
  readonly partners: PartnerDirectory;
  readonly availability: Availability;
}

/** What a look at a callout would decide. */
interface Rehearsal {
  readonly due: DueDeadline;
  readonly ranked: FleetRanking;
  /** When to look again, if that is all; null when there is more to be done. */
  readonly lookAgainAt: Temporal.Instant | null;
}

/**
 * Looks at many callouts at once and holds none of them. In a bad hour most looks find nobody, and change nothing but the
 * time of the next one: those are stored together. For the others the router is asked now, while nothing waits for it.
 */
export async function lookAhead(means: LookMeans, due: readonly DueDeadline[]): Promise<LookedAhead> {
  const rehearsals = await rehearseAll(means, due);
  const moves = rehearsals.flatMap(({ due: deadline, lookAgainAt }) =>
    lookAgainAt === null ? [] : [{ deadline, to: lookAgainAt }],
  );
  const [settled, prepared] = await Promise.all([
    moveDeadlines(means.db, moves, means.clock.now()),
    Promise.all(rehearsals.filter(({ lookAgainAt }) => lookAgainAt === null).map((each) => route(means, each))),
  ]);
  return { settled, prepared: new Map(prepared) };
}

async function rehearseAll(means: LookMeans, due: readonly DueDeadline[]): Promise<Rehearsal[]> {
  const { db, clock, partners } = means;
  const callouts = new Map((await peekCallouts(db, due)).map((callout) => [callout.id, callout]));
  const scout = createScout(means);
  const rehearsals: Rehearsal[] = [];
  for (const each of due) {
    const callout = callouts.get(each.calloutId);
    const partner = await partners.find(each.customerSourceId);
    // whatever is wrong there comes to light when it is handled alone
    if (!callout || !partner) continue;
    const subject = { callout, partner, now: clock.now(), timing: partner.policies.timing };
    const { ranked, timing } = await scout(subject);
    rehearsals.push({ due: each, ranked, lookAgainAt: nextLook(callout, ranked, { ...subject, timing }) });
  }
  return rehearsals;
}

/** Ranks for one callout after the other, and remembers what is the same for all of them. */
function createScout({ db, view, availability }: LookMeans) {
  let taken: Promise<ReadonlyMap<number, Engagement>> | undefined;
  return async (subject: RankingSubject): Promise<{ ranked: FleetRanking; timing: Timing }> => {
    const query = rankingQuery(view, subject);
    const { timing } = subject;
    if (!query.place || availability.isNobodyFit(query)) {
      const retryLookSeconds = Math.max(timing.retryLookSeconds, idleLookSeconds);
      return { ranked: rankMembers([], query), timing: { ...timing, retryLookSeconds } };
    }
    taken ??= listEngagements(db);
    return { ranked: rankUntaken(view, subject, await taken), timing };
  };
}

/** Null when the look would change more than when the next one is. */
function nextLook(
  callout: Callout,
  ranked: FleetRanking,
  { now, timing }: Pick<RankingSubject, "now" | "timing">,
): Temporal.Instant | null {
  const offerIds = Array.from({ length: offersPerLook }, (_, index) => index + 1);
  const event = { type: "dispatchLooked", candidates: candidatesOf(ranked), offerIds } as const;
  const decision = transition(callout, event, now, timing);
  if (!decision.ok || decision.entries.length > 0) return null;
  const [next, ...others] = decision.deadlines;
  return next?.kind === "dispatch" && others.length === 0 ? next.dueAt : null;
}

async function route(
  { view, partners }: LookMeans,
  { due, ranked }: Rehearsal,
): Promise<[DueDeadline, DueHandler]> {
  const { query, members } = ranked.inputs;
  const routed = query.place ? await view.eta.route(query.place, members) : new Map<number, number>();
  return [due, (tx, callout, now, timing) => look(view, partners, tx, callout, { now, timing }, routed)];
}
