import { system } from "./actor.ts";
import { closeByItself } from "./cancel.ts";
import type { Alarm } from "./decision.ts";
import type { ResponderProgress } from "./events.ts";
import { expireOffers } from "./offers.ts";
import { quietSince, wantsHelp } from "./phase.ts";
import { setAssignment } from "./release.ts";
import { type Change, change, type Rule, unchanged } from "./rule.ts";
import type { Assignment, CalloutState } from "./state.ts";
import type { TimelineEntry, TimelineKind } from "./timeline.ts";
import type { Moment } from "./timing.ts";
import { sayUnattended, secondsSince } from "./unattended.ts";

/** Coming nearer by less than this is not moving towards the place: a telephone's position wanders that far by itself. */
const leastApproachMetres = 50;

const whenDue = {
  unattended: alarmUnattended,
  offerExpiry: expireOffers,
  onScene: alarmOnScene,
  autoClose: closeByItself,
} as const;

/** A timer that lost a race finds nothing to do; it is never refused, and what runs next follows from the state. */
export const deadlineDue: Rule<"deadlineDue"> = (state, { kind }, moment) => whenDue[kind](state, moment);

/** Nobody goes yet: say so, and say it again. */
function alarmUnattended(state: CalloutState, moment: Moment): Change {
  if (!wantsHelp(state)) return unchanged(state);
  const secondsSinceRaise = secondsSince(state.raisedAt, moment.now);
  return sayUnattended(state, `Nobody is on the way ${secondsSinceRaise} s after the raise.`, moment);
}

/** On scene for long without a word: is the responder all right? */
function alarmOnScene(state: CalloutState, { now, timing }: Moment): Change {
  const there = state.assignments.filter((each) => each.state === "onScene");
  const due = there.filter((each) => secondsSince(quietSince(each), now) >= timing.onSceneAlarmSeconds);
  // none is due by the clock when the clock was set back; the deadline knows better
  const late = due.length > 0 ? due : there;
  return noteAll(
    state,
    late.map((each) => noteOnScene(each, now)),
  );
}

/** The deadline `progress` was due: whoever is on the way must send positions and come nearer. */
export const progressLooked: Rule<"progressLooked"> = (state, { responders }, moment) => {
  const onTheWay = state.assignments.filter((each) => each.state === "assigned");
  const notes = onTheWay.flatMap((assignment) => {
    const progress = responders.find(({ responderId }) => responderId === assignment.responderId);
    return noteProgress(assignment, findWorry(assignment, progress, moment), moment) ?? [];
  });
  return noteAll(state, notes);
};

/** What a look at one responder found. */
interface Note {
  readonly assignment: Assignment;
  readonly entry: TimelineEntry;
  readonly alarm: Alarm | null;
}

function noteAll(state: CalloutState, notes: readonly Note[]): Change {
  if (notes.length === 0) return unchanged(state);
  const next = notes.map(({ assignment }) => assignment).reduce(setAssignment, state);
  return change(
    next,
    notes.map(({ entry }) => entry),
    { alarms: notes.flatMap(({ alarm }) => alarm ?? []) },
  );
}

interface Worry {
  readonly kind: "responderSilent" | "responderStalled";
  readonly text: string;
  readonly seconds: number | null;
}

function findWorry(
  assignment: Assignment,
  progress: ResponderProgress | undefined,
  { now, timing }: Moment,
): Worry | null {
  const age = progress?.positionAgeSeconds ?? null;
  const assignedSeconds = secondsSince(assignment.assignedAt, now);
  if ((age ?? assignedSeconds) > timing.silentPositionSeconds) {
    const heard = age === null ? "never sent a position" : `sent the last position ${Math.round(age)} s ago`;
    return { kind: "responderSilent", text: `A responder on the way ${heard}.`, seconds: age };
  }
  const approach = progress?.approachMetres ?? null;
  const isStalled =
    approach !== null && approach < leastApproachMetres && assignedSeconds >= timing.noProgressSeconds;
  if (!isStalled) return null;
  const text = `A responder on the way came no nearer for ${timing.noProgressSeconds} s.`;
  return { kind: "responderStalled", text, seconds: timing.noProgressSeconds };
}

/** Null when there is nothing new to say. */
function noteProgress(assignment: Assignment, worry: Worry | null, { now, timing }: Moment): Note | null {
  const { assignmentId, responderId, alarmedAt } = assignment;
  if (worry === null) {
    if (alarmedAt === null) return null;
    const entry: TimelineEntry = {
      kind: "responderMovingAgain",
      actor: system,
      body: { assignmentId, responderId },
    };
    return { assignment: { ...assignment, alarmedAt: null }, entry, alarm: null };
  }
  const secondsSinceAlarm = alarmedAt && now.since(alarmedAt).total("seconds");
  // below zero: the clock was set back
  const wasJustSaid =
    secondsSinceAlarm !== null && secondsSinceAlarm >= 0 && secondsSinceAlarm < timing.noProgressSeconds;
  if (wasJustSaid) return null;
  const kind: TimelineKind = `${worry.kind}Alarm`;
  return {
    assignment: { ...assignment, alarmedAt: now },
    entry: { kind, actor: system, body: { assignmentId, responderId, seconds: worry.seconds } },
    alarm: { kind: worry.kind, text: worry.text, responderId },
  };
}

function noteOnScene(assignment: Assignment, now: Temporal.Instant): Note {
  const { assignmentId, responderId } = assignment;
  const seconds = secondsSince(assignment.arrivedAt ?? assignment.assignedAt, now);
  return {
    assignment: { ...assignment, alarmedAt: now },
    entry: { kind: "onSceneAlarm", actor: system, body: { assignmentId, responderId, seconds } },
    alarm: {
      kind: "onSceneTooLong",
      text: `A responder has been on scene for ${Math.round(seconds / 60)} min.`,
      responderId,
    },
  };
}
