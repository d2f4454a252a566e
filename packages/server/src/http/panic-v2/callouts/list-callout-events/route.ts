import { calloutEventList, calloutParams } from "@tocsin/wire";
import { listPartnerTimeline } from "../../../../callouts/index.ts";
import { notFound } from "../../../../errors.ts";
import { operation } from "../../../route.ts";
import { presentEvent } from "../present-event.ts";

export const listCalloutEvents = operation({
  method: "GET",
  path: "/panic-api/v2/callouts/:calloutId/events",
  operationId: "list-callout-events",
  summary: "List what happened to a callout",
  description:
    "Oldest first: the raise, who was sent, arrived and completed, moves, comments, how it ended. Whom the search for a " +
    "responder asked and the control room's alarms are not among it.",
  tag: "Callouts",
  access: "server",
  params: calloutParams,
  answers: { 200: calloutEventList },
  errors: ["not-found"],
  async handle({ caller, params: { calloutId }, db }) {
    const lines = await listPartnerTimeline(db, caller.partner.customerSourceId, calloutId);
    // each timeline begins with a raise, so an empty one is nobody's
    if (lines.length === 0) throw notFound(`Callout ${calloutId}`);
    return { status: 200, body: lines.map((line) => presentEvent(calloutId, line)) };
  },
});
