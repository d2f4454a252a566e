import type { CalloutEvent, ClosedOutcome } from "@tocsin/domain";
import { type ActingOperator, asController } from "../operators/index.ts";

/** What somebody in the control room can wish for, as events. */
export const controllerEvents = {
  own: (operator: ActingOperator, force: boolean): CalloutEvent => ({
    type: "owned",
    owner: asOwner(operator),
    force,
  }),
  release: (operator: ActingOperator, force: boolean): CalloutEvent => ({
    type: "released",
    operator: asOwner(operator),
    force,
  }),
  /** @param responderId null: everybody */
  standDown: (operator: ActingOperator, responderId: number | null, reason: string): CalloutEvent => ({
    type: "stoodDown",
    responderId,
    reason,
    by: asController(operator),
  }),
  comment: (operator: ActingOperator, message: string): CalloutEvent => ({
    type: "commented",
    message,
    source: null,
    by: asController(operator),
  }),
  verify: (operator: ActingOperator, classificationId: number): CalloutEvent => ({
    type: "verified",
    classificationId,
    by: asController(operator),
  }),
  clearDuress: (operator: ActingOperator, reason: string): CalloutEvent => ({
    type: "duressCleared",
    reason,
    by: asController(operator),
  }),
  /** For everybody who is there. */
  complete: (operator: ActingOperator, notes: string | null): CalloutEvent => ({
    type: "completed",
    assignmentId: null,
    outcome: null,
    notes,
    by: asController(operator),
  }),
  cancel: (operator: ActingOperator, reason: string): CalloutEvent => ({
    type: "cancelled",
    kind: "plain",
    reason,
    by: asController(operator),
  }),
  close: (operator: ActingOperator, outcome: ClosedOutcome, notes: string | null): CalloutEvent => ({
    type: "closed",
    outcome,
    notes,
    by: asController(operator),
  }),
} as const;

function asOwner({ id, name }: ActingOperator): { readonly operatorId: number; readonly name: string } {
  return { operatorId: id, name };
}
