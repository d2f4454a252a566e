import { controlCallout, controlCalloutParams, ownBody } from "@tocsin/wire";
import { controllerEvents } from "../../../../control-room/index.ts";
import { operation } from "../../../route.ts";
import { answerAct, checkForce } from "../answer-act.ts";

export const ownCallout = operation({
  method: "POST",
  path: "/control/v1/callouts/:calloutId/own",
  operationId: "own-callout",
  summary: "Take a callout",
  description:
    "When another operator has it, the answer is 409 with their name; a supervisor takes it with force. Who has it already still has it.",
  tag: "Control room: callouts",
  access: "operator",
  params: controlCalloutParams,
  body: ownBody,
  answers: { 200: controlCallout },
  errors: ["not-found", "callout-state"],
  async handle(input) {
    const { caller, body } = input;
    checkForce(input);
    return answerAct(input, "own-callout", controllerEvents.own(caller.operator, body.force));
  },
});
