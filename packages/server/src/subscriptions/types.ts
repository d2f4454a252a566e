import type { SubscriptionState } from "@tocsin/domain";

/** Somebody whom a subscription covers beside its customer. */
export interface Dependant {
  readonly id: number;
  readonly name: string;
  readonly surname: string;
  /** E.164. */
  readonly mobile: string | null;
}

export interface Subscription extends SubscriptionState {
  readonly customerSourceId: number;
  readonly id: number;
  readonly cancelledReason: string | null;
  readonly createdAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
  /** In order of their ids. */
  readonly dependants: readonly Dependant[];
}

/** What a partner asks for when it subscribes a customer. */
export interface SubscriptionRequest {
  readonly subscriptionTypeId: number;
  /** Null: now. */
  readonly validFrom: Temporal.Instant | null;
  /** Null: a year after the beginning. */
  readonly validTo: Temporal.Instant | null;
  readonly dependantCustomerIds: readonly number[];
  /** A person who asks covers nobody: other customers are not there for them, only the partner knows them all. */
  readonly isPerson: boolean;
}

/** One of a tenant's subscriptions. */
export interface SubscriptionKey {
  readonly customerSourceId: number;
  readonly id: number;
}
