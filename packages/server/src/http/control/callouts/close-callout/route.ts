import { closeBody, controlCallout, controlCalloutParams } from "@tocsin/wire";
import { controllerEvents } from "../../../../control-room/index.ts";
import { operation } from "../../../route.ts";
import { answerAct } from "../answer-act.ts";

export const closeCallout = operation({
  method: "POST",
  path: "/control/v1/callouts/:calloutId/close",
  operationId: "close-callout",
  summary: "Close a callout with its outcome",
  description: "Not over the head of a responder at work: complete, stand down or cancel first.",
  tag: "Control room: callouts",
  access: "operator",
  params: controlCalloutParams,
  body: closeBody,
  answers: { 200: controlCallout },
  errors: ["not-found", "callout-state"],
  async handle(input) {
    const { caller, body } = input;
    return answerAct(
      input,
      "close-callout",
      controllerEvents.close(caller.operator, body.outcome, body.notes ?? null),
    );
  },
});
