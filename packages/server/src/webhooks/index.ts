export { findEndpoint, listTenantsWithEndpoint } from "./endpoint-store.ts";
export { queueNotice } from "./queue-notice.ts";
export { formatPublicKey, formatSecret, type SigningKey, signatureHeaders } from "./signature.ts";
export { signingKeysOf } from "./signing-keys.ts";
