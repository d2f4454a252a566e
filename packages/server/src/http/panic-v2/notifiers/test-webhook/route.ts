import { webhookDeliveryAnswer } from "@tocsin/wire";
import { sendTestEvent } from "../../../../webhooks/index.ts";
import { operation } from "../../../route.ts";
import { presentDelivery } from "../present-delivery.ts";

export const testWebhook = operation({
  method: "POST",
  path: "/panic-api/v2/notifiers/webhooks/test",
  operationId: "test-webhook",
  summary: "Send a test event to your webhook",
  description:
    'Its body is `{"message": "TEST", "test": {…}}`; it is signed, tried again and logged as every other. Read what came of it as ' +
    "a delivery.",
  tag: "Webhooks",
  access: "server",
  answers: { 201: webhookDeliveryAnswer },
  errors: ["not-found"],
  async handle({ context, caller, db }) {
    const delivery = await sendTestEvent(context, db, caller.partner.customerSourceId);
    return { status: 201, body: { message: "Test event queued.", delivery: presentDelivery(delivery) } };
  },
});
