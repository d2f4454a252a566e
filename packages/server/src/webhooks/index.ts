export { readWebhookBacklog } from "./backlog.ts";
export { clearEndedKeys } from "./clear-keys.ts";
export {
  type DeliveryFilter,
  type LoggedAttempt,
  type LoggedDelivery,
  listDeliveries,
  readDelivery,
} from "./delivery-log.ts";
export { findEndpoint, listTenantsWithEndpoint } from "./endpoint-store.ts";
export { forgetNodes } from "./lane-store.ts";
export type { NoticePresenter } from "./make-bodies.ts";
export { deleteEndpoint, registerEndpoint, requireEndpoint } from "./register-endpoint.ts";
export { replayDeliveries, replayDelivery } from "./replay-deliveries.ts";
export { rotateKeys } from "./rotate-keys.ts";
export { sendTestEvent } from "./send-test-event.ts";
export { describeKeys, signingKeysOf } from "./signing-keys.ts";
export type { WebhookEndpoint } from "./types.ts";
export { createWebhookEngine, type WebhookEngine } from "./webhook-engine.ts";
