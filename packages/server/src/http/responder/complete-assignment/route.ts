import { assignmentParams, completeAssignmentBody, responderState } from "@tocsin/wire";
import { completeAssignment as complete } from "../../../dispatch/index.ts";
import { operation } from "../../route.ts";
import { presentState } from "../present-state.ts";

export const completeAssignment = operation({
  method: "POST",
  path: "/responder/v1/assignments/:assignmentId/complete",
  operationId: "complete-assignment",
  summary: "Report that the work is done",
  description: "After the arrival. When that can't be, the 409 says the state in `assignmentState`.",
  tag: "Responder",
  access: "responder",
  params: assignmentParams,
  body: completeAssignmentBody,
  answers: { 200: responderState },
  errors: ["not-found", "assignment-state"],
  async handle({ context, caller, params, body }) {
    const completion = { notes: body?.notes ?? null, outcome: body?.outcome ?? null };
    await complete(context, caller.responder, params.assignmentId, completion);
    return { status: 200, body: await presentState(context, caller.responder.id) };
  },
});
