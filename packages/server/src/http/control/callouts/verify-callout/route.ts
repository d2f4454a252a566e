import { controlCallout, controlCalloutParams, verifyBody } from "@tocsin/wire";
import { controllerEvents } from "../../../../control-room/index.ts";
import { operation } from "../../../route.ts";
import { answerAct } from "../answer-act.ts";

export const verifyCallout = operation({
  method: "POST",
  path: "/control/v1/callouts/:calloutId/verify",
  operationId: "verify-callout",
  summary: "Confirm what a callout is",
  tag: "Control room: callouts",
  access: "operator",
  params: controlCalloutParams,
  body: verifyBody,
  answers: { 200: controlCallout },
  errors: ["not-found", "callout-state"],
  async handle(input) {
    const { caller, body } = input;
    return answerAct(
      input,
      "verify-callout",
      controllerEvents.verify(caller.operator, body.classificationId),
    );
  },
});
