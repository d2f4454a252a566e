import type { SubscriptionState } from "@tocsin/domain";

export interface Subscription extends SubscriptionState {
  readonly customerSourceId: number;
  readonly id: number;
  readonly cancelledReason: string | null;
  readonly createdAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
}
