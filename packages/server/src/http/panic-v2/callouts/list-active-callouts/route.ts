import { calloutList } from "@tocsin/wire";
import { listActiveCallouts } from "../../../../callouts/index.ts";
import { operation } from "../../../route.ts";
import { presentFlat } from "../present-callout.ts";

export const listActive = operation({
  method: "GET",
  path: "/panic-api/v2/callouts/activeCallouts",
  operationId: "list-active-callouts",
  summary: "List active callouts",
  description: "Every callout of yours that is not cancelled and not closed, newest first.",
  tag: "Callouts",
  access: "server",
  answers: { 200: calloutList },
  errors: [],
  async handle({ context, caller, db }) {
    const callouts = await listActiveCallouts(db, caller.partner.customerSourceId);
    return { status: 200, body: callouts.map((callout) => presentFlat(callout, context.settings.publicUrl)) };
  },
});
