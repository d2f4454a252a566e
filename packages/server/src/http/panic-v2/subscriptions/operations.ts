import type { Operation } from "../../route.ts";
import { cancelSubscription } from "./cancel-subscription/route.ts";
import { createSubscription } from "./create-subscription/route.ts";
import { getSubscription } from "./get-subscription/route.ts";
import { listCustomerSubscriptions } from "./list-customer-subscriptions/route.ts";
import { listSubscriptionTypes } from "./list-subscription-types/route.ts";
import { updateSubscription } from "./update-subscription/route.ts";

/** Who is subscribed, and whom that covers. */
export const subscriptionOperations: readonly Operation[] = [
  listSubscriptionTypes,
  createSubscription,
  getSubscription,
  updateSubscription,
  cancelSubscription,
  listCustomerSubscriptions,
];
