import { controlCallout, controlCalloutParams, reasonBody } from "@tocsin/wire";
import { controllerEvents } from "../../../../control-room/index.ts";
import { operation } from "../../../route.ts";
import { answerAct } from "../answer-act.ts";

export const cancelByHand = operation({
  method: "POST",
  path: "/control/v1/callouts/:calloutId/cancel",
  operationId: "cancel-by-hand",
  summary: "Cancel a callout",
  description: "Offers and responders are stood down at once, under duress too.",
  tag: "Control room: callouts",
  access: "operator",
  params: controlCalloutParams,
  body: reasonBody,
  answers: { 200: controlCallout },
  errors: ["not-found", "callout-state"],
  async handle(input) {
    const { caller, body } = input;
    return answerAct(input, "cancel-by-hand", controllerEvents.cancel(caller.operator, body.reason));
  },
});
