import { calloutParams, calloutRead } from "@tocsin/wire";
import { findCallout } from "../../../../callouts/index.ts";
import { notFound } from "../../../../errors.ts";
import { operation } from "../../../route.ts";
import { presentFlat, presentNested } from "../present-callout.ts";

export const getCallout = operation({
  method: "GET",
  path: "/panic-api/v2/callouts/:calloutId",
  operationId: "get-callout",
  summary: "Read a callout",
  description: "The flat callout at top level for older clients, the nested one under `callout` for newer.",
  tag: "Callouts",
  access: "server",
  params: calloutParams,
  answers: { 200: calloutRead },
  errors: ["not-found"],
  async handle({ context, caller, params, db }) {
    const callout = await findCallout(db, caller.partner.customerSourceId, params.calloutId);
    if (!callout) throw notFound(`Callout ${params.calloutId}`);
    const { publicUrl } = context.settings;
    const body = {
      ...presentFlat(callout, publicUrl),
      message: "Callout found.",
      callout: presentNested(callout, publicUrl),
    };
    return { status: 200, body };
  },
});
