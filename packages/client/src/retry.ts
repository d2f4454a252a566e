/** How often a call is tried, and how long apart. */
export interface RetryPolicy {
  /** In all; 1 tries once. */
  readonly tries: number;
  /** Before the second try; doubled from then on. */
  readonly firstDelayMilliseconds: number;
  /** No wait is longer, whatever the server asks for: then the call fails with what the server said. */
  readonly longestDelayMilliseconds: number;
}

export const defaultRetries: RetryPolicy = {
  tries: 4,
  firstDelayMilliseconds: 250,
  longestDelayMilliseconds: 10_000,
};

/** What came of a try: a status, or null when no answer came at all. */
export interface TryOutcome {
  readonly status: number | null;
  readonly errorCode: string | null;
  /** Seconds, or an HTTP date (RFC 9110 §10.2.3). */
  readonly retryAfter: string | null;
}

/** Passing: the same call may go through later. */
const passing = new Set([429, 500, 502, 503, 504]);

/**
 * How long to wait before the next try, or null when there is none.
 * @param tried how many tries there were
 * @param random from 0 to 1; spreads those who failed at the same instant
 */
export function nextDelay(
  policy: RetryPolicy,
  outcome: TryOutcome,
  { tried, now, random }: { readonly tried: number; readonly now: number; readonly random: number },
): number | null {
  if (tried >= policy.tries || !mayPass(outcome)) return null;
  const asked = readRetryAfter(outcome.retryAfter, now);
  if (asked !== null && asked > policy.longestDelayMilliseconds) return null;
  const doubled = policy.firstDelayMilliseconds * 2 ** (tried - 1);
  const spread = Math.min(doubled, policy.longestDelayMilliseconds) * (0.5 + random / 2);
  return Math.max(spread, asked ?? 0);
}

function mayPass({ status, errorCode }: TryOutcome): boolean {
  // the first try may still be at work: its answer is fetched with the same key
  return status === null || passing.has(status) || errorCode === "idempotency-key-in-use";
}

function readRetryAfter(value: string | null, now: number): number | null {
  if (value === null) return null;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
