import { assignmentParams, remarkAnswer, remarkBody } from "@tocsin/wire";
import { remarkOnAssignment } from "../../../dispatch/index.ts";
import { presentInstant } from "../../panic-v2/callouts/present-instant.ts";
import { operation } from "../../route.ts";

export const addAssignmentEvent = operation({
  method: "POST",
  path: "/responder/v1/assignments/:assignmentId/events",
  operationId: "add-assignment-event",
  summary: "Say something about an assignment",
  description:
    "Stands in the callout's timeline, where the control room and the partner read it. Also after the work is done.",
  tag: "Responder",
  access: "responder",
  params: assignmentParams,
  body: remarkBody,
  answers: { 201: remarkAnswer },
  errors: ["not-found"],
  async handle({ context, caller, params, body }) {
    const { message } = body;
    const { callout } = await remarkOnAssignment(
      context,
      caller.responder,
      params.assignmentId,
      () => message,
    );
    const { id: calloutId, sequence, updatedAt } = callout;
    return { status: 201, body: { calloutId, sequence, message, createdAt: presentInstant(updatedAt) } };
  },
});
