import { controlResponder, responderParams, updateResponderBody } from "@tocsin/wire";
import { declineForDisabled } from "../../../../dispatch/index.ts";
import { asActor, asController } from "../../../../operators/index.ts";
import { updateResponder as update } from "../../../../responders/index.ts";
import { operation } from "../../../route.ts";
import { presentResponder } from "../present-responder.ts";

export const updateResponder = operation({
  method: "PATCH",
  path: "/control/v1/responders/:responderId",
  operationId: "update-responder",
  summary: "Change a responder",
  description:
    "What is absent stays as it is. A new PIN or login, and disabling, end the responder's sessions; whoever is disabled " +
    "declines what is offered to them just now.",
  tag: "Control room: responders",
  access: "supervisor",
  params: responderParams,
  body: updateResponderBody,
  answers: { 200: controlResponder },
  errors: ["not-found", "login-taken", "responder-assigned"],
  async handle({ context, caller, params, body }) {
    const responder = await update(context, asActor(caller.operator), params.responderId, body);
    if (body.disabled) await declineForDisabled(context, params, asController(caller.operator));
    return { status: 200, body: presentResponder(responder) };
  },
});
