import { estimateMethod } from "../geo/eta.ts";
import type { Alarm, Refusal } from "./decision.ts";
import type { CalloutEvent } from "./events.ts";
import { activeAssignments, liveOffers, phaseOf, wantsHelp } from "./phase.ts";
import { positionBody } from "./raise.ts";
import { endAssignments, endOffers, setAssignment, standDown } from "./release.ts";
import { change, endedReason, type Rule, refuse } from "./rule.ts";
import type { Assignment, AssignmentState, CalloutState } from "./state.ts";
import type { TimelineEntry } from "./timeline.ts";

/** A controller sends somebody, without an offer. */
export const dispatchedByHand: Rule<"dispatchedByHand"> = (state, event, { now }) => {
  const { responderId, assignmentId, etaSeconds, additional, instruction, overrideReason } = event;
  const etaMethod = etaSeconds === null ? null : (event.etaMethod ?? estimateMethod);
  const unfit = realObjections(state, event);
  const refusal =
    whyNotByHand(state, responderId) ??
    (unfit.length > 0 && overrideReason === null ? "responderUnfit" : null);
  if (refusal) return refuse(refusal);
  const released = liveOffers(state).filter((offer) => !additional || offer.responderId === responderId);
  const rest = endOffers(state, released, "withdrawn", now);
  const assignment: Assignment = {
    assignmentId,
    responderId,
    offerId: null,
    byHand: true,
    state: "assigned",
    etaSeconds,
    etaMethod,
    assignedAt: now,
    arrivedAt: null,
    endedAt: null,
    alarmedAt: null,
  };
  const objections = unfit.length > 0 ? unfit.join(", ") : null;
  const body = {
    assignmentId,
    responderId,
    etaSeconds,
    etaMethod,
    additional,
    instruction,
    unfit: objections,
    overrideReason,
  };
  const next = {
    ...setAssignment(rest.state, assignment),
    asked: [...new Set([...state.asked, responderId])],
  };
  return change(next, [{ kind: "dispatchedByHand", actor: event.by, body }, ...rest.entries], {
    notices: ["RESPONDER_MANUALLY_DISPATCHED"],
  });
};

function whyNotByHand(state: CalloutState, responderId: number): Refusal | null {
  const isHere = activeAssignments(state).some((each) => each.responderId === responderId);
  return (
    endedReason(state) ??
    (state.phase === "completed" ? "alreadyCompleted" : null) ??
    (isHere ? "responderAssigned" : null)
  );
}

/** Holding an offer of this very callout does not speak against being sent to it. */
function realObjections(
  state: CalloutState,
  { responderId, unfit }: CalloutEvent<"dispatchedByHand">,
): readonly string[] {
  const holdsOurs = liveOffers(state).some((offer) => offer.responderId === responderId);
  return unfit.filter((reason) => !(reason === "holdsAnOffer" && holdsOurs));
}

export const arrived: Rule<"arrived"> = (state, { assignmentId, position, by }, { now }) => {
  const assignment = findAtWork(state, assignmentId);
  if (typeof assignment === "string") return refuse(assignment);
  if (assignment.state === "onScene") return refuse("assignmentOnScene");
  const next = setAssignment(state, { ...assignment, state: "onScene", arrivedAt: now, alarmedAt: null });
  const body = { assignmentId, responderId: assignment.responderId, ...positionBody(position) };
  return change(next, [{ kind: "arrived", actor: by, body }], { notices: ["RESPONDER_ARRIVED_ON_SCENE"] });
};

/**
 * Done. A responder completes what it has arrived at; a controller may know better than a silent telephone, and
 * completes for whoever is there, or for those on the way when nobody has reported arrival. Others asked or sent by a
 * completion for all are released; next to a single responder's completion they finish their own work.
 */
export const completed: Rule<"completed"> = (state, event, { now }) => {
  const done = whoCompletes(state, event);
  if (typeof done === "string") return refuse(done);
  const finished = endAssignments(state, done, "completed", now);
  const withdrawn = endOffers(finished, liveOffers(finished), "withdrawn", now);
  const stillComing = event.assignmentId === null ? activeAssignments(finished) : [];
  const cause = { by: event.by, reason: "The callout was completed." };
  const released = standDown(withdrawn.state, stillComing, cause, now);
  const entries = done.map(({ assignmentId, responderId }): TimelineEntry => {
    const { outcome, notes, by } = event;
    return { kind: "completed", actor: by, body: { assignmentId, responderId, outcome, notes } };
  });
  return change(released.state, [...entries, ...withdrawn.entries, ...released.entries], {
    notices: ["RESPONDER_COMPLETED"],
  });
};

function whoCompletes(
  state: CalloutState,
  { assignmentId, by }: CalloutEvent<"completed">,
): readonly Assignment[] | Refusal {
  if (assignmentId !== null) {
    const assignment = findAtWork(state, assignmentId);
    if (typeof assignment === "string") return assignment;
    const mayComplete = assignment.state === "onScene" || by.kind === "controller";
    return mayComplete ? [assignment] : "assignmentNotOnScene";
  }
  const atWork = activeAssignments(state);
  if (atWork.length === 0) {
    return endedReason(state) ?? (state.phase === "completed" ? "alreadyCompleted" : "noResponderActive");
  }
  const there = atWork.filter((each) => each.state === "onScene");
  return there.length > 0 ? there : atWork;
}

/** The responder cannot go on. Was it the last one, dispatch goes on at once; that follows from the state. */
export const aborted: Rule<"aborted"> = (state, { assignmentId, reason, by }, { now }) => {
  const assignment = findAtWork(state, assignmentId);
  if (typeof assignment === "string") return refuse(assignment);
  const { responderId } = assignment;
  const next = endAssignments(state, [assignment], "aborted", now);
  const consequence = wantsHelp({ phase: phaseOf(next) })
    ? "nobody else is going, dispatch goes on"
    : "others are at work";
  const alarm: Alarm = {
    kind: "responderAborted",
    text: `A responder gave up (${reason}): ${consequence}.`,
    responderId,
  };
  return change(next, [{ kind: "aborted", actor: by, body: { assignmentId, responderId, reason } }], {
    notices: ["RESPONDER_CANCELLED"],
    alarms: [alarm],
  });
};

export const stoodDown: Rule<"stoodDown"> = (state, { responderId, reason, by }, { now }) => {
  const atWork = activeAssignments(state);
  const meant = responderId === null ? atWork : atWork.filter((each) => each.responderId === responderId);
  if (meant.length === 0) return refuse(endedReason(state) ?? "noResponderActive");
  const released = standDown(state, meant, { by, reason }, now);
  return change(released.state, released.entries, { notices: ["RESPONDER_CANCELLED"] });
};

const whyNotAtWork: Readonly<Record<Exclude<AssignmentState, "assigned" | "onScene">, Refusal>> = {
  completed: "assignmentCompleted",
  aborted: "assignmentAborted",
  stoodDown: "assignmentStoodDown",
};

function findAtWork({ assignments }: CalloutState, assignmentId: number): Assignment | Refusal {
  const assignment = assignments.find((each) => each.assignmentId === assignmentId);
  if (!assignment) return "unknownAssignment";
  const { state } = assignment;
  return state === "assigned" || state === "onScene" ? assignment : whyNotAtWork[state];
}
