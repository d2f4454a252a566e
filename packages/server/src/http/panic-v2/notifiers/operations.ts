import type { Operation } from "../../route.ts";
import { deleteWebhook } from "./delete-webhook/route.ts";
import { getWebhook } from "./get-webhook/route.ts";
import { getWebhookDelivery } from "./get-webhook-delivery/route.ts";
import { listWebhookDeliveries } from "./list-webhook-deliveries/route.ts";
import { registerWebhook } from "./register-webhook/route.ts";
import { replayWebhookDelivery } from "./replay-webhook-delivery/route.ts";
import { replayWebhooks } from "./replay-webhooks/route.ts";
import { rotateWebhookSecret } from "./rotate-webhook-secret/route.ts";
import { testWebhook } from "./test-webhook/route.ts";

/** How partners are told of what happens. */
export const notifierOperations: readonly Operation[] = [
  registerWebhook,
  getWebhook,
  deleteWebhook,
  rotateWebhookSecret,
  testWebhook,
  listWebhookDeliveries,
  getWebhookDelivery,
  replayWebhookDelivery,
  replayWebhooks,
];
