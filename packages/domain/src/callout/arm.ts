import { type DeadlineChange, type DeadlineKind, deadlineKinds } from "./deadline.ts";
import { offersAtOnce } from "./ladder.ts";
import { activeAssignments, liveOffers, quietSince, wantsHelp } from "./phase.ts";
import type { Change } from "./rule.ts";
import type { Assignment, AssignmentState, CalloutState } from "./state.ts";
import type { Moment, Timing } from "./timing.ts";

/** When a deadline of one kind has to run, and until when. */
interface Clockwork {
  readonly runs: (state: CalloutState) => boolean;
  /** How long it runs from when it is first needed, and at most. */
  readonly seconds: (state: CalloutState, timing: Timing) => number;
  /** When it is due, where the state itself says so. */
  readonly dueAt?: (state: CalloutState, timing: Timing) => Temporal.Instant | null;
}

/** Deadlines follow from the state, so that no rule can forget one: each open phase is somebody's business here. */
const clockworks: Readonly<Record<DeadlineKind, Clockwork>> = {
  dispatch: {
    runs: (state) => wantsHelp(state) && liveOffers(state).length < offersAtOnce(state.endedOffers),
    seconds: () => 0,
  },
  offerExpiry: {
    runs: (state) => liveOffers(state).length > 0,
    seconds: (_, timing) => timing.offerSeconds,
    dueAt: (state) => earliest(liveOffers(state).map(({ expiresAt }) => expiresAt)),
  },
  unattended: { runs: wantsHelp, seconds: (_, timing) => timing.alarmAfterSeconds },
  progress: {
    runs: (state) => those(state, "assigned").length > 0,
    seconds: (_, timing) => timing.progressCheckSeconds,
  },
  onScene: {
    runs: (state) => those(state, "onScene").length > 0,
    seconds: (_, timing) => timing.onSceneAlarmSeconds,
    dueAt: (state, timing) =>
      earliest(
        those(state, "onScene").map((each) => quietSince(each).add({ seconds: timing.onSceneAlarmSeconds })),
      ),
  },
  autoClose: {
    runs: (state) =>
      state.phase === "cancelled" || (state.phase === "completed" && activeAssignments(state).length === 0),
    seconds: ({ phase }, timing) =>
      phase === "cancelled" ? timing.closeCancelledSeconds : timing.closeCompletedSeconds,
    // the cancel of what was completed starts a new wait
    dueAt: ({ cancelledAt }, timing) => cancelledAt?.add({ seconds: timing.closeCancelledSeconds }) ?? null,
  },
};

/**
 * The deadlines to start, move or stop.
 * @param fired the one that caused the change; it must not stay as it is, or it would be due for ever
 */
export function arm(
  before: CalloutState | null,
  { state, rearm }: Change,
  fired: DeadlineKind | null,
  moment: Moment,
): DeadlineChange[] {
  return deadlineKinds.flatMap((kind): DeadlineChange[] => {
    const clockwork = clockworks[kind];
    const ran = before !== null && clockwork.runs(before);
    if (!clockwork.runs(state)) return ran || fired === kind ? [{ kind, dueAt: null }] : [];
    const seconds = rearm[kind];
    if (seconds !== undefined) return [{ kind, dueAt: moment.now.add({ seconds }) }];
    const { timing } = moment;
    const isStill =
      ran && fired !== kind && isSame(clockwork.dueAt?.(before, timing), clockwork.dueAt?.(state, timing));
    return isStill ? [] : [{ kind, dueAt: nextDue(clockwork, state, moment) }];
  });
}

function nextDue(
  { dueAt, seconds }: Clockwork,
  state: CalloutState,
  { now, timing }: Moment,
): Temporal.Instant {
  // what is due later than that was noted before the clock was set back
  const latest = now.add({ seconds: seconds(state, timing) });
  return earliest([dueAt?.(state, timing) ?? latest, latest]) ?? latest;
}

function those({ assignments }: CalloutState, reached: AssignmentState): readonly Assignment[] {
  return assignments.filter(({ state }) => state === reached);
}

function earliest(instants: readonly Temporal.Instant[]): Temporal.Instant | null {
  return instants.reduce<Temporal.Instant | null>(
    (first, each) => (first === null || Temporal.Instant.compare(each, first) < 0 ? each : first),
    null,
  );
}

function isSame(
  one: Temporal.Instant | null | undefined,
  other: Temporal.Instant | null | undefined,
): boolean {
  return one && other ? one.equals(other) : one === other;
}
