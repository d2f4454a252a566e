import type { SigningKey } from "./signature.ts";
import type { WebhookEndpoint } from "./types.ts";

/** The keys that a delivery made now is signed with: of the schemes asked for, the newest first, a replaced one until its end. */
export function signingKeysOf(
  { keys, signatures }: Pick<WebhookEndpoint, "keys" | "signatures">,
  now: Temporal.Instant,
): readonly SigningKey[] {
  return keys.filter(
    ({ scheme, endsAt }) =>
      signatures.includes(scheme) && (endsAt === null || Temporal.Instant.compare(now, endsAt) < 0),
  );
}
