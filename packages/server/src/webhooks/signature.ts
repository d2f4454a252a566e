import { createHmac, createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto";

/** The schemes of Standard Webhooks 1.0.0: `v1` is HMAC-SHA256 with a shared secret, `v1a` is ed25519. */
export const signatureSchemes = ["v1", "v1a"] as const;
export type SignatureScheme = (typeof signatureSchemes)[number];

/** What an endpoint's deliveries are signed with: 32 random bytes, the HMAC's key or the ed25519 key's seed. */
export interface SigningKey {
  readonly scheme: SignatureScheme;
  readonly secret: Buffer;
}

export interface SignedParts {
  /** Stable over retries and replays; without a full stop, which the specification forbids there. */
  readonly id: string;
  /** When this try is made, not the event. */
  readonly at: Temporal.Instant;
  /** Byte for byte as sent. */
  readonly body: string;
}

/**
 * The three headers of Standard Webhooks, with one signature for each key, the first key's first. Receivers accept a delivery
 * when any signature fits, which is what makes a change of keys possible without a gap.
 */
export function signatureHeaders(
  { id, at, body }: SignedParts,
  keys: readonly SigningKey[],
): Readonly<Record<"webhook-id" | "webhook-timestamp" | "webhook-signature", string>> {
  const timestamp = String(Math.floor(at.epochMilliseconds / 1000));
  const content = Buffer.from(`${id}.${timestamp}.${body}`);
  const signatures = keys.map(({ scheme, secret }) => `${scheme},${signers[scheme](content, secret)}`);
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") };
}

/** `whsec_…`: what the receiver of `v1` signatures is given. */
export function formatSecret({ secret }: SigningKey): string {
  return `whsec_${secret.toString("base64")}`;
}

/** `whpk_…`: what the receiver of `v1a` signatures is given; the 32 bytes of the public key. */
export function formatPublicKey({ secret }: SigningKey): string {
  const spki = createPublicKey(privateKeyOf(secret)).export({ type: "spki", format: "der" });
  return `whpk_${spki.subarray(-32).toString("base64")}`;
}

const signers: Readonly<Record<SignatureScheme, (content: Buffer, secret: Buffer) => string>> = {
  v1: (content, secret) => createHmac("sha256", secret).update(content).digest("base64"),
  v1a: (content, secret) => sign(null, content, privateKeyOf(secret)).toString("base64"),
};

/** What PKCS #8 writes before the seed of an ed25519 key (RFC 8410 §7). */
const pkcs8Prefix = Buffer.from("302e020100300506032b657004220420", "hex");
/** Reading a key costs more than signing with it. Forgotten with the secret's buffer. */
const privateKeys = new WeakMap<Buffer, KeyObject>();

function privateKeyOf(seed: Buffer): KeyObject {
  const known = privateKeys.get(seed);
  if (known) return known;
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: "der", type: "pkcs8" });
  privateKeys.set(seed, key);
  return key;
}
