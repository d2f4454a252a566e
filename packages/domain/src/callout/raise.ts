import { REAL } from "../reference-data.ts";
import { system } from "./actor.ts";
import type { Alarm } from "./decision.ts";
import type { CalloutEvent, RaiseRequest } from "./events.ts";
import { activeAssignments } from "./phase.ts";
import { releaseAll } from "./release.ts";
import { type Change, change, endedReason, type Rule, refuse } from "./rule.ts";
import type { CalloutState, Position } from "./state.ts";
import type { TimelineBody, TimelineEntry } from "./timeline.ts";

/** The beginning: dispatching starts at once, and the clock of the control room's alarm with it. */
export function birth({ request, by }: CalloutEvent<"raised">, now: Temporal.Instant): Change {
  const { responseTypeId, classificationId, internalTest, position } = request;
  const state: CalloutState = {
    phase: "awaiting",
    responseTypeId,
    classificationId,
    verified: false,
    internalTest,
    duress: false,
    repeats: 0,
    raisedAt: now,
    position,
    owner: null,
    offers: [],
    endedOffers: 0,
    asked: [],
    unattendedAt: null,
    assignments: [],
    cancelledAt: null,
    cancelKind: null,
    closedAt: null,
    closedOutcome: null,
  };
  return change(state, [{ kind: "raised", actor: by, body: asAsked(request) }], { notices: ["NEW_CALLOUT"] });
}

/**
 * One incident, not two (panic-v2 §2, Folding). A REAL repeat lifts a TEST or UNVERIFIED callout to REAL, and a person
 * who raises again from elsewhere is looked for there. A repeat that is no internal test ends the test: its people are
 * stood down, and everybody is asked.
 */
export const raisedAgain: Rule<"raisedAgain"> = (state, { request, by }, { now }) => {
  const ended = endedReason(state);
  if (ended) return refuse(ended);
  if (state.phase === "completed") return refuse("alreadyCompleted");
  if (state.duress) return refuse("underDuress");
  const isLifted = request.classificationId === REAL && state.classificationId !== REAL;
  const next: CalloutState = {
    ...state,
    classificationId: isLifted ? REAL : state.classificationId,
    verified: state.verified && !isLifted,
    repeats: state.repeats + 1,
    position: request.position ?? state.position,
  };
  const entry = { kind: "raisedAgain", actor: by, body: asAsked(request) } as const;
  const alarms = request.responseTypeId === state.responseTypeId ? [] : [typeDiffers(request)];
  if (state.internalTest && !request.internalTest) return endTest(next, entry, alarms, now);
  return change(next, [entry], {
    notices: ["CALLOUT_EVENTS_CHANGED"],
    alarms,
    rearm: dispatchIfFound(state, request.position),
  });
};

function endTest(
  state: CalloutState,
  entry: TimelineEntry,
  alarms: readonly Alarm[],
  now: Temporal.Instant,
): Change {
  const hadResponders = activeAssignments(state).length > 0;
  const rest = releaseAll(state, system, "It is no internal test any more.", now);
  const anew = { internalTest: false, asked: [], endedOffers: 0, unattendedAt: null };
  return change({ ...rest.state, ...anew }, [entry, ...rest.entries], {
    notices: ["CALLOUT_EVENTS_CHANGED", ...(hadResponders ? (["RESPONDER_CANCELLED"] as const) : [])],
    alarms,
    rearm: { dispatch: 0 },
  });
}

/** Nobody could be ranked while the place was unknown: now somebody can. */
export function dispatchIfFound(before: CalloutState, position: Position | null): Change["rearm"] {
  return before.position === null && position !== null ? { dispatch: 0 } : {};
}

export function positionBody(position: Position | null): TimelineBody {
  return {
    latitude: position?.latitude ?? null,
    longitude: position?.longitude ?? null,
    accuracy: position?.accuracy ?? null,
  };
}

function asAsked({ position, ...request }: RaiseRequest): TimelineBody {
  return { ...request, ...(position && positionBody(position)) };
}

function typeDiffers({ responseTypeId }: RaiseRequest): Alarm {
  const text = `The same incident was raised again with response type ${responseTypeId}.`;
  return { kind: "typeDiffers", text, responderId: null };
}
