import { arriveBody, assignmentParams, responderState } from "@tocsin/wire";
import { arriveAtAssignment as arrive } from "../../../dispatch/index.ts";
import { operation } from "../../route.ts";
import { presentState } from "../present-state.ts";

export const arriveAtAssignment = operation({
  method: "POST",
  path: "/responder/v1/assignments/:assignmentId/arrive",
  operationId: "arrive-at-assignment",
  summary: "Report the arrival",
  description: "When that can't be, the 409 says the state in `assignmentState`.",
  tag: "Responder",
  access: "responder",
  params: assignmentParams,
  body: arriveBody,
  answers: { 200: responderState },
  errors: ["not-found", "assignment-state"],
  async handle({ context, caller, params, body }) {
    const position = body?.position ? { ...body.position, accuracy: body.position.accuracy ?? null } : null;
    await arrive(context, caller.responder, params.assignmentId, position);
    return { status: 200, body: await presentState(context, caller.responder.id) };
  },
});
