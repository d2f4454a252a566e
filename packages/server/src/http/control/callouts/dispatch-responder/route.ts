import { controlCallout, controlCalloutParams, dispatchBody } from "@tocsin/wire";
import { sendResponder } from "../../../../control-room/index.ts";
import { operation } from "../../../route.ts";
import { actOf } from "../answer-act.ts";
import { presentRow } from "../present-callout.ts";

export const dispatchResponder = operation({
  method: "POST",
  path: "/control/v1/callouts/:calloutId/dispatch",
  operationId: "dispatch-responder",
  summary: "Send a responder by hand",
  description:
    "Assigned at once, without an offer. Live offers to others are withdrawn unless additional is true. Somebody unfit is " +
    "refused with the reasons (409), unless override is true and a reason is given.",
  tag: "Control room: callouts",
  access: "operator",
  params: controlCalloutParams,
  body: dispatchBody,
  answers: { 200: controlCallout },
  errors: ["not-found", "callout-state", "responder-unfit"],
  async handle(input) {
    const { context, body } = input;
    const { responderId, instruction = null, additional, override, reason = null } = body;
    const command = { responderId, instruction, additional, overrideReason: override ? reason : null };
    const row = await sendResponder(context, actOf(input, "dispatch-responder"), command);
    return { status: 200, body: presentRow(row, context.clock.now()) };
  },
});
