import { REAL } from "../reference-data.ts";
import type { CalloutEvent, Decision, RaiseRequest, Refusal, TimelineEntry } from "./events.ts";
import { type CalloutState, isActive } from "./state.ts";
import type { Timing } from "./timing.ts";

/**
 * The one function that decides what happens to a callout. Pure and total: every event in every state gives either a
 * new state with its timeline entries, deadline changes and notices, or a refusal with the reason.
 *
 * @param state the callout as it is, or null before it exists
 * @param now the instant of the event; never read from a clock here
 */
export function transition(
  state: CalloutState | null,
  event: CalloutEvent,
  now: Temporal.Instant,
  timing: Timing,
): Decision {
  if (state === null) {
    return event.type === "raised" ? raise(event.request, now, timing) : refuse("notRaised");
  }
  switch (event.type) {
    case "raised":
      return refuse("alreadyRaised");
    case "raisedAgain":
      return raiseAgain(state, event.request);
    case "superseded":
      return supersede(state);
    case "deadlineDue":
      return alarmUnattended(state, now, timing);
  }
}

function raise(request: RaiseRequest, now: Temporal.Instant, timing: Timing): Decision {
  return {
    ok: true,
    state: {
      phase: "awaiting",
      classificationId: request.classificationId,
      duress: false,
      repeats: 0,
      raisedAt: now,
    },
    entries: [{ kind: "raised", actor: "integrator", body: { ...request } }],
    deadlines: [{ kind: "unattended", dueAt: now.add({ seconds: timing.alarmAfterSeconds }) }],
    notices: ["NEW_CALLOUT"],
  };
}

/** One incident, not two (panic-v2 §2, Folding). A REAL repeat lifts a TEST or UNVERIFIED callout to REAL. */
function raiseAgain(state: CalloutState, request: RaiseRequest): Decision {
  if (!isActive(state.phase)) return refuse("notActive");
  if (state.phase === "completed") return refuse("alreadyCompleted");
  const classificationId = request.classificationId === REAL ? REAL : state.classificationId;
  return {
    ok: true,
    state: { ...state, classificationId, repeats: state.repeats + 1 },
    entries: [{ kind: "raisedAgain", actor: "integrator", body: { ...request } }],
    deadlines: [],
    notices: ["CALLOUT_EVENTS_CHANGED"],
  };
}

function supersede(state: CalloutState): Decision {
  if (state.phase !== "completed") return refuse("notCompleted");
  return {
    ok: true,
    state: { ...state, phase: "closed" },
    entries: [{ kind: "closed", actor: "system", body: { reason: "A new callout was raised here." } }],
    deadlines: [{ kind: "unattended", dueAt: null }],
    notices: ["CALLOUT_CLOSED"],
  };
}

/** Nobody goes yet: say so, and stay armed. An open callout never runs out of deadlines. */
function alarmUnattended(state: CalloutState, now: Temporal.Instant, timing: Timing): Decision {
  if (!isActive(state.phase)) {
    return { ok: true, state, entries: [], deadlines: [{ kind: "unattended", dueAt: null }], notices: [] };
  }
  const secondsSinceRaise = Math.max(0, Math.round(now.since(state.raisedAt).total("seconds")));
  const alarm: TimelineEntry = { kind: "unattendedAlarm", actor: "system", body: { secondsSinceRaise } };
  return {
    ok: true,
    state,
    entries: [alarm],
    deadlines: [{ kind: "unattended", dueAt: now.add({ seconds: timing.alarmRepeatSeconds }) }],
    notices: [],
  };
}

function refuse(reason: Refusal): Decision {
  return { ok: false, reason };
}
