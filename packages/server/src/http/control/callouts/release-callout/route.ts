import { controlCallout, controlCalloutParams, ownBody } from "@tocsin/wire";
import { controllerEvents } from "../../../../control-room/index.ts";
import { operation } from "../../../route.ts";
import { answerAct, checkForce } from "../answer-act.ts";

export const releaseCallout = operation({
  method: "POST",
  path: "/control/v1/callouts/:calloutId/release",
  operationId: "release-callout",
  summary: "Give a callout back to the queue",
  tag: "Control room: callouts",
  access: "operator",
  params: controlCalloutParams,
  body: ownBody,
  answers: { 200: controlCallout },
  errors: ["not-found", "callout-state"],
  async handle(input) {
    const { caller, body } = input;
    checkForce(input);
    return answerAct(input, "release-callout", controllerEvents.release(caller.operator, body.force));
  },
});
