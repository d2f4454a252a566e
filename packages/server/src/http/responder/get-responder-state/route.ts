import { responderState } from "@tocsin/wire";
import { operation } from "../../route.ts";
import { presentState } from "../present-state.ts";

export const getResponderState = operation({
  method: "GET",
  path: "/responder/v1/state",
  operationId: "get-responder-state",
  summary: "Everything an app needs after waking",
  tag: "Responder",
  access: "responder",
  answers: { 200: responderState },
  errors: [],
  async handle({ context, caller }) {
    return { status: 200, body: await presentState(context, caller.responder.id) };
  },
});
