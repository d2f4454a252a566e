/** Names of the partner's webhook events about people (panic-v2 §8). */
export type CustomerNotice = "CREATED_CUSTOMER" | "UPDATED_CUSTOMER" | "DELETED_CUSTOMER";

export type SubscriptionNotice =
  | "SUBSCRIPTION_CREATED"
  | "SUBSCRIPTION_UPDATED"
  | "SUBSCRIPTION_CANCELLED"
  | "SUBSCRIPTION_CANCELLED_FAILED";
