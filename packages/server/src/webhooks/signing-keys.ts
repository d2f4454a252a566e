import { formatPublicKey, formatSecret, type SignatureScheme, type SigningKey } from "./signature.ts";
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

/** An endpoint's keys as its partner is told of them. */
export interface KeysShown {
  /** `whsec_…`, for receivers of `v1` signatures: a secret. */
  readonly secret: string;
  /** `whpk_…`, for receivers of `v1a` signatures. */
  readonly publicKey: string;
  readonly since: Temporal.Instant;
  /** Until when some earlier key signs too; null when none does any more. */
  readonly previousUntil: Temporal.Instant | null;
}

export function describeKeys({ keys }: Pick<WebhookEndpoint, "keys">, now: Temporal.Instant): KeysShown {
  const current = (scheme: SignatureScheme) => {
    const key = keys.find((each) => each.scheme === scheme && each.endsAt === null);
    if (!key) throw new Error(`The endpoint has no key for ${scheme}`);
    return key;
  };
  const [previousUntil] = keys
    .flatMap(({ endsAt }) => (endsAt && Temporal.Instant.compare(now, endsAt) < 0 ? [endsAt] : []))
    .toSorted((a, b) => Temporal.Instant.compare(b, a));
  return {
    secret: formatSecret(current("v1")),
    publicKey: formatPublicKey(current("v1a")),
    since: current("v1").createdAt,
    previousUntil: previousUntil ?? null,
  };
}
