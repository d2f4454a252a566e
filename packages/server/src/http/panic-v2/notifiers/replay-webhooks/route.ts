import { replayWebhooksRequest, webhooksReplayed, writeCursor } from "@tocsin/wire";
import { replayDeliveries } from "../../../../webhooks/index.ts";
import { operation } from "../../../route.ts";
import { readFilter } from "../read-filter.ts";

export const replayWebhooks = operation({
  method: "POST",
  path: "/panic-api/v2/notifiers/webhooks/replay",
  operationId: "replay-webhooks",
  summary: "Send again what happened in a range of time",
  description:
    "Dead letters, dropped and delivered ones, or those of one state alone; in order for each callout, with the webhook-id each " +
    "had. What is pending is on its way already.",
  tag: "Webhooks",
  access: "server",
  body: replayWebhooksRequest,
  answers: { 200: webhooksReplayed },
  errors: ["not-found"],
  async handle({ context, caller, body: { cursor = 0, ...asked }, db }) {
    const filter = { ...readFilter(asked), afterId: cursor };
    const done = await replayDeliveries(context, db, caller.partner.customerSourceId, filter);
    const { replayed, nextAfterId } = done;
    const message = replayed === 1 ? "1 delivery queued." : `${replayed} deliveries queued.`;
    const nextCursor = nextAfterId === null ? null : writeCursor(nextAfterId);
    return { status: 200, body: { message, replayed, nextCursor } };
  },
});
