import { calloutEventCreated, calloutParams, createCalloutEventRequest } from "@tocsin/wire";
import { changeCallout, findTimelineLine, listCustomerTimeline } from "../../../../callouts/index.ts";
import { notFound } from "../../../../errors.ts";
import { operation } from "../../../route.ts";
import { actorOf, audienceOf } from "../../speaks-for.ts";
import { aboutCallout } from "../about-callout.ts";
import { presentEvent } from "../present-event.ts";

export const createCalloutEvent = operation({
  method: "POST",
  path: "/panic-api/v2/callouts/:calloutId/events",
  operationId: "create-callout-event",
  summary: "Add a comment to a callout",
  description:
    "Words for the control room and whoever is sent; welcome in every state, also after the close. Words that begin with @ are its tags.",
  tag: "Callouts",
  access: "callout",
  about: aboutCallout,
  params: calloutParams,
  body: createCalloutEventRequest,
  answers: { 201: calloutEventCreated },
  errors: ["not-found"],
  async handle({ context, caller, params: { calloutId }, body: { message, source }, db }) {
    const { customerSourceId, policies } = caller.partner;
    const by = actorOf(caller);
    const changed = await changeCallout(
      { ...context, db },
      {
        customerSourceId,
        calloutId,
        timing: policies.timing,
        event: () => ({ type: "commented", message, source, by }),
      },
    );
    if (!changed) throw notFound(`Callout ${calloutId}`);
    const { sequence } = changed.callout;
    const audience = audienceOf(caller, context);
    const line =
      audience === "partner"
        ? await findTimelineLine(db, customerSourceId, calloutId, sequence)
        : (await listCustomerTimeline(db, customerSourceId, calloutId, audience)).find(
            (each) => each.sequence === sequence,
          );
    if (!line) throw new Error(`The comment on callout ${calloutId} was not stored`);
    const calloutEvent = presentEvent(calloutId, line);
    const { id, createdAt, calloutEventTags } = calloutEvent;
    return { status: 201, body: { id, calloutId, message, createdAt, calloutEvent, calloutEventTags } };
  },
});
