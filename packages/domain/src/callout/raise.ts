import { REAL } from "../reference-data.ts";
import type { Alarm } from "./decision.ts";
import type { CalloutEvent, RaiseRequest } from "./events.ts";
import { type Change, change, endedReason, type Rule, refuse } from "./rule.ts";
import type { CalloutState, Position } from "./state.ts";
import type { TimelineBody } from "./timeline.ts";

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
 * who raises again from elsewhere is looked for there.
 */
export const raisedAgain: Rule<"raisedAgain"> = (state, { request, by }) => {
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
  return change(next, [{ kind: "raisedAgain", actor: by, body: asAsked(request) }], {
    notices: ["CALLOUT_EVENTS_CHANGED"],
    alarms: request.responseTypeId === state.responseTypeId ? [] : [typeDiffers(request)],
    rearm: dispatchIfFound(state, request.position),
  });
};

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
