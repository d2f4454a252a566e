import { calloutParams, calloutRead } from "@tocsin/wire";
import { findCalloutView } from "../../../../callouts/index.ts";
import { notFound } from "../../../../errors.ts";
import { operation } from "../../../route.ts";
import { audienceOf } from "../../speaks-for.ts";
import { aboutCallout } from "../about-callout.ts";
import { presentRead } from "../present-callout.ts";

export const getCallout = operation({
  method: "GET",
  path: "/panic-api/v2/callouts/:calloutId",
  operationId: "get-callout",
  summary: "Read a callout",
  description: "The flat callout at top level for older clients, the nested one under `callout` for newer.",
  tag: "Callouts",
  access: "callout",
  about: aboutCallout,
  params: calloutParams,
  answers: { 200: calloutRead },
  errors: ["not-found"],
  async handle({ context, caller, params, db }) {
    const { customerSourceId } = caller.partner;
    const audience = audienceOf(caller, context);
    const callout = await findCalloutView(db, customerSourceId, params.calloutId, audience);
    if (!callout) throw notFound(`Callout ${params.calloutId}`);
    return { status: 200, body: presentRead(callout, context.settings.publicUrl, "Callout found.") };
  },
});
