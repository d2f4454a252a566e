import { controlCallout, controlCalloutParams, standDownBody } from "@tocsin/wire";
import { controllerEvents } from "../../../../control-room/index.ts";
import { operation } from "../../../route.ts";
import { answerAct } from "../answer-act.ts";

export const standDownResponders = operation({
  method: "POST",
  path: "/control/v1/callouts/:calloutId/stand-down",
  operationId: "stand-down-responders",
  summary: "Stand one responder or all down",
  description: "When nobody goes any more, dispatch begins again at once.",
  tag: "Control room: callouts",
  access: "operator",
  params: controlCalloutParams,
  body: standDownBody,
  answers: { 200: controlCallout },
  errors: ["not-found", "callout-state"],
  async handle(input) {
    const { caller, body } = input;
    return answerAct(
      input,
      "stand-down-responders",
      controllerEvents.standDown(caller.operator, body.responderId ?? null, body.reason),
    );
  },
});
