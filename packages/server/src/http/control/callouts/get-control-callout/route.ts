import { controlCalloutFile, controlCalloutParams } from "@tocsin/wire";
import { readCalloutFile } from "../../../../control-room/index.ts";
import { notFound } from "../../../../errors.ts";
import { operation } from "../../../route.ts";
import { presentFile } from "../present-callout.ts";

export const getControlCallout = operation({
  method: "GET",
  path: "/control/v1/callouts/:calloutId",
  operationId: "get-control-callout",
  summary: "Read a callout with its timeline, offers, decisions and tracks",
  tag: "Control room: callouts",
  access: "operator",
  params: controlCalloutParams,
  answers: { 200: controlCalloutFile },
  errors: ["not-found"],
  async handle({ context, params }) {
    const file = await readCalloutFile(context.db, params.calloutId);
    if (!file) throw notFound(`Callout ${params.calloutId}`);
    return { status: 200, body: presentFile(file, context.clock.now()) };
  },
});
