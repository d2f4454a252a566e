import { deliveryParams, webhookDeliveryAnswer } from "@tocsin/wire";
import { replayDelivery } from "../../../../webhooks/index.ts";
import { operation } from "../../../route.ts";
import { presentDelivery } from "../present-delivery.ts";

export const replayWebhookDelivery = operation({
  method: "POST",
  path: "/panic-api/v2/notifiers/webhooks/deliveries/:id/replay",
  operationId: "replay-webhook-delivery",
  summary: "Send one delivery again",
  description:
    "Whatever became of it, with the body, the webhook-id and the webhook-sequence it had, to the webhook as it is registered " +
    "now. One that is pending is tried now.",
  tag: "Webhooks",
  access: "server",
  params: deliveryParams,
  answers: { 200: webhookDeliveryAnswer },
  errors: ["not-found"],
  async handle({ context, caller, params, db }) {
    const { delivery } = await replayDelivery(context, db, caller.partner.customerSourceId, params.id);
    return { status: 200, body: { message: "Delivery queued.", delivery: presentDelivery(delivery) } };
  },
});
