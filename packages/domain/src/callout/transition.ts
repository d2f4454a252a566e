import { arm } from "./arm.ts";
import { aborted, arrived, completed, dispatchedByHand, stoodDown } from "./assignments.ts";
import { cancelled, closed, dismissed, superseded } from "./cancel.ts";
import { commented, duressCleared, moved, owned, released, verified } from "./control.ts";
import type { DeadlineKind } from "./deadline.ts";
import type { Decision, Refused } from "./decision.ts";
import { effectsOf } from "./effects.ts";
import type { CalloutEvent, CalloutEventType } from "./events.ts";
import { dispatchLooked, offerAccepted, offerDeclined } from "./offers.ts";
import { possibleNow } from "./possible.ts";
import { birth, raisedAgain } from "./raise.ts";
import { type Change, type Rule, refuse } from "./rule.ts";
import type { CalloutState } from "./state.ts";
import { deadlineDue, progressLooked } from "./timers.ts";
import { type Moment, type TimingPolicy, timingFor } from "./timing.ts";

const rules: { readonly [Type in CalloutEventType]: Rule<Type> } = {
  raised: () => refuse("alreadyRaised"),
  raisedAgain,
  superseded,
  dispatchLooked,
  offerAccepted,
  offerDeclined,
  dispatchedByHand,
  arrived,
  completed,
  aborted,
  stoodDown,
  moved,
  commented,
  owned,
  released,
  verified,
  duressCleared,
  cancelled,
  dismissed,
  closed,
  progressLooked,
  deadlineDue,
};

/**
 * The one function that decides what happens to a callout. Pure and total: every event in every state gives either a
 * new state with what to write, to run and to tell, or a refusal with the reason and what is possible instead.
 *
 * @param state the callout as it is, or null before it exists
 * @param now the instant of the event; never read from a clock here
 * @param timing the tenant's; what counts is what it says for the callout's response type
 */
export function transition(
  state: CalloutState | null,
  event: CalloutEvent,
  now: Temporal.Instant,
  timing: TimingPolicy,
): Decision {
  const moment: Moment = { now, timing: timingFor(timing, responseTypeOf(state, event)) };
  const outcome = decide(state, event, moment);
  if (!outcome.ok) return { ...outcome, phase: state?.phase ?? null, possible: possibleNow(state) };
  const { entries, notices, alarms } = outcome;
  const deadlines = arm(state, outcome, firedBy(event), moment);
  return {
    ok: true,
    state: outcome.state,
    entries,
    deadlines,
    notices,
    effects: effectsOf(state, outcome.state),
    alarms,
  };
}

/** A callout keeps the type it was raised with. */
function responseTypeOf(state: CalloutState | null, event: CalloutEvent): number {
  if (state) return state.responseTypeId;
  return event.type === "raised" ? event.request.responseTypeId : Number.NaN;
}

function decide(
  state: CalloutState | null,
  event: CalloutEvent,
  moment: Moment,
): Change | Pick<Refused, "ok" | "reason"> {
  if (state) return applyRule(state, event, moment);
  return event.type === "raised" ? birth(event, moment.now) : refuse("notRaised");
}

/** The type parameter is what lets the compiler see that the rule belongs to the event. */
function applyRule<Type extends CalloutEventType>(
  state: CalloutState,
  event: CalloutEvent<Type>,
  moment: Moment,
): ReturnType<Rule<Type>> {
  const rule: Rule<Type> = rules[event.type];
  return rule(state, event, moment);
}

/** The deadline whose being due is the event. */
function firedBy(event: CalloutEvent): DeadlineKind | null {
  if (event.type === "deadlineDue") return event.kind;
  if (event.type === "dispatchLooked") return "dispatch";
  return event.type === "progressLooked" ? "progress" : null;
}
