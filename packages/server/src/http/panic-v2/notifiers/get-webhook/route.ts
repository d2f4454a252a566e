import { webhookShown } from "@tocsin/wire";
import { requireEndpoint } from "../../../../webhooks/index.ts";
import { operation } from "../../../route.ts";
import { presentWebhook } from "../present-webhook.ts";

export const getWebhook = operation({
  method: "GET",
  path: "/panic-api/v2/notifiers/webhooks",
  operationId: "get-webhook",
  summary: "Read your webhook",
  description:
    "Without its secrets: values of headers are shown as `•••`, and the signing secret stands only in the answers that made it.",
  tag: "Webhooks",
  access: "server",
  answers: { 200: webhookShown },
  errors: ["not-found"],
  async handle({ context, caller, db }) {
    const endpoint = await requireEndpoint(db, caller.partner.customerSourceId);
    return { status: 200, body: presentWebhook(endpoint, context.clock.now()) };
  },
});
