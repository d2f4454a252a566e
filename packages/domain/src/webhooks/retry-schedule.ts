/**
 * When a webhook that failed is tried again (panic-v2 §8): tries at 0, 1 s, 3 s and 10 s, then every 30 s for the first hour,
 * every 5 min for the first day, every hour up to 3 days; ±10 % of each wait, so that receivers that come back are not met by
 * everybody at once. Seconds throughout.
 */

/** Waits between the first tries, and until when each is the right one, counted from the first try. */
const firstWaits = [
  { seconds: 1, untilSeconds: 0.5 },
  { seconds: 2, untilSeconds: 2 },
  { seconds: 7, untilSeconds: 6.5 },
] as const;

const hour = 3_600;
const day = 24 * hour;

/** After this it is a dead letter, which can be replayed. */
export const webhookLifetimeSeconds = 3 * day;

/** What a receiver may ask for with Retry-After at most: an emergency is not put off for longer than we would by ourselves. */
const longestRetryAfterSeconds = hour;

/** No two tries of an event are nearer than this, whatever news there is meanwhile. */
export const leastWebhookWaitSeconds = 1;

const jitter = 0.1;

/** A delivery after a try that failed. */
export interface FailedTry {
  /** Since it was given to its line, or replayed. */
  readonly sinceMadeSeconds: number;
  readonly sinceFirstTrySeconds: number;
  /** This one included; at least 1. */
  readonly tries: number;
  /** What the receiver asked for; null: nothing. */
  readonly retryAfterSeconds: number | null;
}

/** When to try again; `heldSeconds` is how long the receiver wants to be left in peace, whatever news there is. */
export type NextTry =
  | { readonly kind: "again"; readonly waitSeconds: number; readonly heldSeconds: number }
  | { readonly kind: "dead" };

/**
 * Decides after a failed try. Early tries, made because a new event came, cost none of the scheduled ones; and a receiver that
 * hangs is tried again as soon after each try as one that refuses. The last try is made when the three days are over.
 * @param unit a random number in [0, 1)
 */
export function nextTry(failed: FailedTry, unit: number): NextTry {
  const leftSeconds = webhookLifetimeSeconds - failed.sinceMadeSeconds;
  if (leftSeconds <= 0) return { kind: "dead" };
  const heldSeconds = Math.min(failed.retryAfterSeconds ?? 0, longestRetryAfterSeconds, leftSeconds);
  const scheduled = scheduledWait(failed) * (1 + jitter * (2 * unit - 1));
  return { kind: "again", waitSeconds: Math.min(Math.max(scheduled, heldSeconds), leftSeconds), heldSeconds };
}

/** The shorter of two: as many tries were made, or as much time has gone by. */
function scheduledWait({ tries, sinceFirstTrySeconds }: FailedTry): number {
  const byTime = firstWaits.findIndex(({ untilSeconds }) => sinceFirstTrySeconds < untilSeconds);
  const first = firstWaits[byTime < 0 ? tries - 1 : Math.min(tries - 1, byTime)];
  if (first) return first.seconds;
  if (sinceFirstTrySeconds < hour) return 30;
  return sinceFirstTrySeconds < day ? 300 : hour;
}
