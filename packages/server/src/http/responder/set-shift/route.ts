import { responderState, shiftBody } from "@tocsin/wire";
import { changeShift } from "../../../dispatch/index.ts";
import { operation } from "../../route.ts";
import { presentState } from "../present-state.ts";

export const setShift = operation({
  method: "PUT",
  path: "/responder/v1/shift",
  operationId: "set-shift",
  summary: "Begin or end the shift",
  description:
    "Not possible while a callout is assigned. An offer that is open when the shift ends counts as declined.",
  tag: "Responder",
  access: "responder",
  body: shiftBody,
  answers: { 200: responderState },
  errors: ["responder-assigned"],
  async handle({ context, caller, body }) {
    const until = body.until === undefined ? null : Temporal.Instant.from(body.until);
    await changeShift(context, caller.responder, { onDuty: body.onDuty, until });
    return { status: 200, body: await presentState(context, caller.responder.id) };
  },
});
