/** What the rules know of a subscription (panic-v2 §6). */
export interface SubscriptionState {
  readonly customerId: number;
  readonly subscriptionTypeId: number;
  /** From then on, that instant included. */
  readonly validFrom: Temporal.Instant;
  /** Until then, that instant not included. */
  readonly validTo: Temporal.Instant;
  readonly cancelledAt: Temporal.Instant | null;
  /** Whom it covers beside its customer. */
  readonly dependantCustomerIds: readonly number[];
}

export type SubscriptionStatus = "active" | "pending" | "lapsed" | "cancelled";

type Lifetime = Pick<SubscriptionState, "validFrom" | "validTo" | "cancelledAt">;

/** Exactly one of the four at any instant: active ⇔ validFrom ≤ now < validTo and not cancelled (panic-v2 §6). */
export function subscriptionStatus(
  { validFrom, validTo, cancelledAt }: Lifetime,
  now: Temporal.Instant,
): SubscriptionStatus {
  if (cancelledAt !== null) return "cancelled";
  if (Temporal.Instant.compare(now, validFrom) < 0) return "pending";
  return Temporal.Instant.compare(now, validTo) < 0 ? "active" : "lapsed";
}

/** Whether a customer counts as subscribed by this subscription: it is active, and theirs or one that covers them. */
export function entitles(
  subscription: SubscriptionState,
  customerId: number,
  now: Temporal.Instant,
): boolean {
  const covered =
    subscription.customerId === customerId || subscription.dependantCustomerIds.includes(customerId);
  return covered && subscriptionStatus(subscription, now) === "active";
}

/** Cancelled or lapsed: it stays so for ever, nothing brings it back (panic-v2 §6). */
export function hasEnded(subscription: Lifetime, now: Temporal.Instant): boolean {
  const status = subscriptionStatus(subscription, now);
  return status === "cancelled" || status === "lapsed";
}
