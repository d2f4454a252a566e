import type { AssignmentState, Position } from "@tocsin/domain";
import { type AppliedEvent, type Callout, type CalloutChange, changeCallout } from "../callouts/index.ts";
import type { Queryable } from "../db/index.ts";
import { AppError, notFound } from "../errors.ts";
import type { Responder } from "../responders/index.ts";
import { findOwnAssignment } from "./own-work-store.ts";
import { asActor, calloutOf, type ResponderActCapabilities } from "./responder-act.ts";

export interface Completion {
  readonly notes: string | null;
  readonly outcome: string | null;
}

/**
 * The responder is there.
 * @throws AppError `not-found`; `assignment-state` with the state when that can't be
 */
export async function arriveAtAssignment(
  capabilities: ResponderActCapabilities,
  responder: Responder,
  assignmentId: number,
  position: Position | null,
): Promise<void> {
  const event = { type: "arrived", assignmentId, position, by: asActor(responder) } as const;
  await progress(capabilities, responder, assignmentId, () => event);
}

/**
 * The work is done.
 * @throws AppError `not-found`; `assignment-state` with the state when that can't be
 */
export async function completeAssignment(
  capabilities: ResponderActCapabilities,
  responder: Responder,
  assignmentId: number,
  completion: Completion,
): Promise<void> {
  const event = { type: "completed", assignmentId, ...completion, by: asActor(responder) } as const;
  await progress(capabilities, responder, assignmentId, () => event);
}

/**
 * The responder can't go on; was it the last one, the callout is dispatched again at once.
 * @throws AppError `not-found`; `assignment-state` with the state when that can't be
 */
export async function abortAssignment(
  capabilities: ResponderActCapabilities,
  responder: Responder,
  assignmentId: number,
  reason: string,
): Promise<void> {
  const event = { type: "aborted", assignmentId, reason, by: asActor(responder) } as const;
  await progress(capabilities, responder, assignmentId, () => event);
}

/**
 * The responder says something, also after the work is done.
 * @param message made once the callout is held, with what else belongs into that transaction
 * @throws AppError `not-found`
 */
export function remarkOnAssignment(
  capabilities: ResponderActCapabilities,
  responder: Responder,
  assignmentId: number,
  message: (callout: Callout, tx: Queryable) => string | Promise<string>,
): Promise<AppliedEvent> {
  const by = asActor(responder);
  return progress(capabilities, responder, assignmentId, async (callout, tx) => {
    return { type: "commented", message: await message(callout, tx), source: null, by };
  });
}

async function progress(
  capabilities: ResponderActCapabilities,
  { id }: Responder,
  assignmentId: number,
  event: CalloutChange["event"],
): Promise<AppliedEvent> {
  const { db, partners } = capabilities;
  const own = await findOwnAssignment(db, id, assignmentId);
  if (!own) throw notFound(`Assignment ${assignmentId}`);
  const callout = await calloutOf(partners, own);
  try {
    const applied = await changeCallout(capabilities, { ...callout, event });
    if (!applied) throw new Error(`The callout of assignment ${assignmentId} is gone`);
    return applied;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "callout-state") throw error;
    const after = await findOwnAssignment(db, id, assignmentId);
    throw refused(after?.state ?? own.state, error);
  }
}

const whyNot: Readonly<Record<AssignmentState, string>> = {
  assigned: "You are on the way: report your arrival first.",
  onScene: "Your arrival is known already.",
  completed: "You have completed this assignment.",
  aborted: "You have given this assignment up.",
  stoodDown: "You were stood down from this assignment.",
};

function refused(assignmentState: AssignmentState, cause: AppError): AppError {
  return new AppError("assignment-state", whyNot[assignmentState], { cause, members: { assignmentState } });
}
