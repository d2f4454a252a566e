import type { Operation } from "../../route.ts";
import { deleteWebhook } from "./delete-webhook/route.ts";
import { getWebhook } from "./get-webhook/route.ts";
import { registerWebhook } from "./register-webhook/route.ts";
import { rotateWebhookSecret } from "./rotate-webhook-secret/route.ts";

/** How partners are told of what happens. */
export const notifierOperations: readonly Operation[] = [
  registerWebhook,
  getWebhook,
  deleteWebhook,
  rotateWebhookSecret,
];
