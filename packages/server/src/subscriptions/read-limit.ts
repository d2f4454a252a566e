import type { Clock } from "../capabilities.ts";
import { AppError } from "../errors.ts";

const mostRequests = 50;
const windowMilliseconds = 10_000;

/** How often a tenant may ask for a customer's subscriptions: 50 times in any 10 seconds (panic-v2 §6). */
export interface SubscriptionReadLimit {
  /** Counts a request. @throws AppError 429 `too-many-requests` that says when the next one is let through; it does not count */
  count(customerSourceId: number): void;
}

/** Each node counts for itself: it holds back a client that asks in a loop, and is no account of what was used. */
export function createSubscriptionReadLimit({ clock }: { readonly clock: Clock }): SubscriptionReadLimit {
  /** When each tenant's counted requests were, oldest first; at most {@link mostRequests} of each. */
  const counted = new Map<number, readonly number[]>();
  return {
    count(customerSourceId) {
      const now = clock.now().epochMilliseconds;
      const recent = (counted.get(customerSourceId) ?? []).filter((at) => at > now - windowMilliseconds);
      const [oldest] = recent;
      if (oldest !== undefined && recent.length >= mostRequests)
        throw tooMany(Math.ceil((oldest + windowMilliseconds - now) / 1000));
      counted.set(customerSourceId, [...recent, now]);
    },
  };
}

function tooMany(retryAfterSeconds: number): AppError {
  const message = `Subscriptions were asked for more than ${mostRequests} times in 10 s. Wait ${retryAfterSeconds} s.`;
  return new AppError("too-many-requests", message, { retryAfterSeconds });
}
