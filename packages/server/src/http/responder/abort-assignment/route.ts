import { abortBody, assignmentParams, responderState } from "@tocsin/wire";
import { abortAssignment as abort } from "../../../dispatch/index.ts";
import { operation } from "../../route.ts";
import { presentState } from "../present-state.ts";

export const abortAssignment = operation({
  method: "POST",
  path: "/responder/v1/assignments/:assignmentId/abort",
  operationId: "abort-assignment",
  summary: "Give an assignment up",
  description:
    "Was it the last one, the callout is dispatched again at once. When that can't be, the 409 says the state in `assignmentState`.",
  tag: "Responder",
  access: "responder",
  params: assignmentParams,
  body: abortBody,
  answers: { 200: responderState },
  errors: ["not-found", "assignment-state"],
  async handle({ context, caller, params, body }) {
    await abort(context, caller.responder, params.assignmentId, body.reason);
    return { status: 200, body: await presentState(context, caller.responder.id) };
  },
});
