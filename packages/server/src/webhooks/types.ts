import type { SignatureScheme, SigningKey } from "./signature.ts";

/** What a partner registers. */
export interface EndpointDetails {
  readonly url: string;
  /** Names of panic-v2 §8, each once. */
  readonly events: readonly string[];
  /** The partner's word for how it is told; kept and shown. */
  readonly method: string;
  /** Sent with every delivery; their values are secrets. Names as the partner spelt them. */
  readonly headers: Readonly<Record<string, string>>;
  /** With which signatures deliveries are sent. */
  readonly signatures: readonly SignatureScheme[];
}

export interface WebhookEndpoint extends EndpointDetails {
  readonly customerSourceId: number;
  /** Every key of every scheme that counts now, the newest first; those of the schemes asked for are {@link signingKeys}. */
  readonly keys: readonly EndpointKey[];
  readonly createdAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
}

export interface EndpointKey extends SigningKey {
  readonly createdAt: Temporal.Instant;
  /** Until when deliveries are signed with it too; null: it is the current one. */
  readonly endsAt: Temporal.Instant | null;
}
