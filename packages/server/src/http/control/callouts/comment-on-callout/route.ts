import { commentBody, controlCallout, controlCalloutParams } from "@tocsin/wire";
import { controllerEvents } from "../../../../control-room/index.ts";
import { operation } from "../../../route.ts";
import { answerAct } from "../answer-act.ts";

export const commentOnCallout = operation({
  method: "POST",
  path: "/control/v1/callouts/:calloutId/events",
  operationId: "comment-on-callout",
  summary: "Write something on the timeline",
  tag: "Control room: callouts",
  access: "operator",
  params: controlCalloutParams,
  body: commentBody,
  answers: { 200: controlCallout },
  errors: ["not-found", "callout-state"],
  async handle(input) {
    const { caller, body } = input;
    return answerAct(input, "comment-on-callout", controllerEvents.comment(caller.operator, body.message));
  },
});
