export { readWebhookBacklog } from "./backlog.ts";
export { findEndpoint, listTenantsWithEndpoint } from "./endpoint-store.ts";
export type { NoticePresenter } from "./make-bodies.ts";
export { deleteEndpoint, registerEndpoint, requireEndpoint } from "./register-endpoint.ts";
export { rotateKeys } from "./rotate-keys.ts";
export { describeKeys, signingKeysOf } from "./signing-keys.ts";
export type { WebhookEndpoint } from "./types.ts";
export { createWebhookEngine, type WebhookEngine } from "./webhook-engine.ts";
