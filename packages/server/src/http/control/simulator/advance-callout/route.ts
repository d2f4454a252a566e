import { advanceBody, controlCallout, controlCalloutParams } from "@tocsin/wire";
import { advanceCallout as advance } from "../../../../demo/index.ts";
import { notFound } from "../../../../errors.ts";
import { operation } from "../../../route.ts";
import { presentRow } from "../../callouts/present-callout.ts";

export const advanceCallout = operation({
  method: "POST",
  path: "/control/v1/simulator/callouts/:calloutId/advance",
  operationId: "advance-callout",
  summary: "Walk a callout forward, where the demo is on",
  description:
    "Through the same events that a responder and a controller would cause, one after the other; one that is there already, or " +
    "further, stays as it is. Whoever is on the way is used, else the best candidate accepts as if offered. Simulated " +
    "responders leave the callout alone from then on. Where the demo is off there is no such call (404).",
  tag: "Control room: simulator",
  access: "operator",
  params: controlCalloutParams,
  body: advanceBody,
  answers: { 200: controlCallout },
  errors: ["not-found", "callout-state", "responder-unfit", "responder-assigned"],
  async handle({ context, caller, params, body }) {
    if (!context.settings.demo) throw notFound("The simulator");
    const row = await advance(context, { ...params, ...body, operator: caller.operator });
    return { status: 200, body: presentRow(row, context.clock.now()) };
  },
});
