import { controlResponder, createResponderBody } from "@tocsin/wire";
import { asActor } from "../../../../operators/index.ts";
import { createResponder as create } from "../../../../responders/index.ts";
import { operation } from "../../../route.ts";
import { presentResponder } from "../present-responder.ts";

export const createResponder = operation({
  method: "POST",
  path: "/control/v1/responders",
  operationId: "create-responder",
  summary: "Create a responder, off duty at first",
  tag: "Control room: responders",
  access: "supervisor",
  body: createResponderBody,
  answers: { 201: controlResponder },
  errors: ["login-taken"],
  async handle({ context, caller, body }) {
    const responder = await create(context, asActor(caller.operator), body);
    return { status: 201, body: presentResponder(responder) };
  },
});
