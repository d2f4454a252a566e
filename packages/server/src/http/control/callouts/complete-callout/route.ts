import { completeBody, controlCallout, controlCalloutParams } from "@tocsin/wire";
import { controllerEvents } from "../../../../control-room/index.ts";
import { operation } from "../../../route.ts";
import { answerAct } from "../answer-act.ts";

export const completeCallout = operation({
  method: "POST",
  path: "/control/v1/callouts/:calloutId/complete",
  operationId: "complete-callout",
  summary: "Complete for everybody who is on scene",
  description: "When nobody has reported arrival: for those on the way.",
  tag: "Control room: callouts",
  access: "operator",
  params: controlCalloutParams,
  body: completeBody,
  answers: { 200: controlCallout },
  errors: ["not-found", "callout-state"],
  async handle(input) {
    const { caller, body } = input;
    return answerAct(
      input,
      "complete-callout",
      controllerEvents.complete(caller.operator, body.notes ?? null),
    );
  },
});
