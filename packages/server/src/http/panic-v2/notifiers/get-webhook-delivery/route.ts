import { deliveryParams, webhookDeliveryRead } from "@tocsin/wire";
import { readDelivery } from "../../../../webhooks/index.ts";
import { operation } from "../../../route.ts";
import { presentAttempt, presentDelivery } from "../present-delivery.ts";

export const getWebhookDelivery = operation({
  method: "GET",
  path: "/panic-api/v2/notifiers/webhooks/deliveries/:id",
  operationId: "get-webhook-delivery",
  summary: "Read one delivery with its attempts",
  tag: "Webhooks",
  access: "server",
  params: deliveryParams,
  answers: { 200: webhookDeliveryRead },
  errors: ["not-found"],
  async handle({ caller, params, db }) {
    const { delivery, attempts } = await readDelivery(db, caller.partner.customerSourceId, params.id);
    const shown = presentDelivery(delivery);
    const body = {
      ...shown,
      message: "Delivery found.",
      delivery: shown,
      attempts: attempts.map(presentAttempt),
    };
    return { status: 200, body };
  },
});
