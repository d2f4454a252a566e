export { findEndpoint, listTenantsWithEndpoint } from "./endpoint-store.ts";
export { deleteEndpoint, registerEndpoint, requireEndpoint } from "./register-endpoint.ts";
export { rotateKeys } from "./rotate-keys.ts";
export { describeKeys, signingKeysOf } from "./signing-keys.ts";
export type { WebhookEndpoint } from "./types.ts";
