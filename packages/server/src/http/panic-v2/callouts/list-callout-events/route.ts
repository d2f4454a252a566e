import { calloutEventList, calloutParams } from "@tocsin/wire";
import { listCustomerTimeline, listPartnerTimeline } from "../../../../callouts/index.ts";
import { notFound } from "../../../../errors.ts";
import { operation } from "../../../route.ts";
import { audienceOf } from "../../speaks-for.ts";
import { aboutCallout } from "../about-callout.ts";
import { presentEvent } from "../present-event.ts";

export const listCalloutEvents = operation({
  method: "GET",
  path: "/panic-api/v2/callouts/:calloutId/events",
  operationId: "list-callout-events",
  summary: "List what happened to a callout",
  description:
    "Oldest first: the raise, who was sent, arrived and completed, moves, comments, how it ended. Whom the search for a " +
    "responder asked and the control room's alarms are not among it. A person's token reads of a cancelled callout what was " +
    "until then, and what that person did since.",
  tag: "Callouts",
  access: "callout",
  about: aboutCallout,
  params: calloutParams,
  answers: { 200: calloutEventList },
  errors: ["not-found"],
  async handle({ context, caller, params: { calloutId }, db }) {
    const { customerSourceId } = caller.partner;
    const audience = audienceOf(caller, context);
    const lines =
      audience === "partner"
        ? await listPartnerTimeline(db, customerSourceId, calloutId)
        : await listCustomerTimeline(db, customerSourceId, calloutId, audience);
    // each timeline begins with a raise, so an empty one is nobody's
    if (lines.length === 0) throw notFound(`Callout ${calloutId}`);
    return { status: 200, body: lines.map((line) => presentEvent(calloutId, line)) };
  },
});
