import type { Subscription as SubscriptionAnswer } from "@tocsin/wire";
import { type Subscription, statusOf } from "../../../subscriptions/index.ts";
import { presentInstant } from "../callouts/present-instant.ts";

/**
 * The subscription of every answer (panic-v2 §6).
 * @param now its status is the one of this instant
 */
export function presentSubscription(subscription: Subscription, now: Temporal.Instant): SubscriptionAnswer {
  const { cancelledAt, cancelledReason } = subscription;
  return {
    id: subscription.id,
    customerId: subscription.customerId,
    subscriptionTypeId: subscription.subscriptionTypeId,
    validFrom: presentInstant(subscription.validFrom),
    validTo: presentInstant(subscription.validTo),
    CancelledDate: cancelledAt && presentInstant(cancelledAt),
    CancelledReason: cancelledReason,
    dependantCustomerIds: [...subscription.dependantCustomerIds],
    dependents: subscription.dependants.map(({ id, name, surname, mobile }) => ({
      id,
      name,
      surname,
      mobile,
    })),
    status: statusOf(subscription, now),
    createdAt: presentInstant(subscription.createdAt),
    updatedAt: presentInstant(subscription.updatedAt),
  };
}

/** Flat at top level for older clients, under `subscription` for newer. */
export function presentSubscriptionRead(subscription: Subscription, now: Temporal.Instant, message: string) {
  const presented = presentSubscription(subscription, now);
  return { ...presented, message, subscription: presented };
}
