import { controlCallout, controlCalloutParams, reasonBody } from "@tocsin/wire";
import { controllerEvents } from "../../../../control-room/index.ts";
import { operation } from "../../../route.ts";
import { answerAct } from "../answer-act.ts";

export const clearDuress = operation({
  method: "POST",
  path: "/control/v1/callouts/:calloutId/clear-duress",
  operationId: "clear-duress",
  summary: "Say that nobody is forced any more, or ever was",
  tag: "Control room: callouts",
  access: "operator",
  params: controlCalloutParams,
  body: reasonBody,
  answers: { 200: controlCallout },
  errors: ["not-found", "callout-state"],
  async handle(input) {
    const { caller, body } = input;
    return answerAct(input, "clear-duress", controllerEvents.clearDuress(caller.operator, body.reason));
  },
});
