import { calloutMaps, calloutMapsQuery, calloutParams } from "@tocsin/wire";
import { notFound } from "../../../../errors.ts";
import { loadReport } from "../../../../reports/index.ts";
import { operation } from "../../../route.ts";

export const getCalloutMaps = operation({
  method: "GET",
  path: "/panic-api/v2/callouts/:calloutId/maps",
  operationId: "get-callout-maps",
  summary: "Read the map of a callout that is over",
  description:
    "Once the callout is closed: the address of a PNG with the place and the way of everybody who went, drawn without the internet. " +
    "Whoever has the address may fetch it; nobody can guess it.",
  tag: "Callouts",
  access: "server",
  params: calloutParams,
  query: calloutMapsQuery,
  answers: { 200: calloutMaps },
  errors: ["not-found", "callout-state"],
  async handle({ context, caller, params: { calloutId }, query: { inline }, db }) {
    const report = await loadReport({ ...context, db }, caller.partner, calloutId);
    if (!report) throw notFound(`Callout ${calloutId}`);
    const image = inline === "true" ? await context.draughtsman.draw("map", report) : null;
    return {
      status: 200,
      body: { url: context.settings.publicUrl + report.mapPath, image: image?.toString("base64") ?? null },
    };
  },
});
