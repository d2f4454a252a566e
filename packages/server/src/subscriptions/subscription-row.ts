import type { Dependant, Subscription } from "./types.ts";

/** A subscription `s` with those it covers; a deleted customer is covered no more. */
export const subscriptionColumns = `s.customer_source_id, s.id, s.customer_id, s.subscription_type_id, s.valid_from,
  s.valid_to, s.cancelled_at, s.cancelled_reason, s.created_at, s.updated_at,
  (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'surname', c.surname, 'mobile', c.mobile)
      order by c.id), '[]')
    from subscription_dependant d
    join customer c on c.customer_source_id = d.customer_source_id and c.id = d.customer_id
    where d.customer_source_id = s.customer_source_id and d.subscription_id = s.id and c.deleted_at is null) as dependants`;

export interface SubscriptionRow {
  readonly customer_source_id: number;
  readonly id: number;
  readonly customer_id: number;
  readonly subscription_type_id: number;
  readonly valid_from: Temporal.Instant;
  readonly valid_to: Temporal.Instant;
  readonly cancelled_at: Temporal.Instant | null;
  readonly cancelled_reason: string | null;
  readonly created_at: Temporal.Instant;
  readonly updated_at: Temporal.Instant;
  readonly dependants: readonly Dependant[];
}

export function readSubscription(row: SubscriptionRow): Subscription {
  return {
    customerSourceId: row.customer_source_id,
    id: row.id,
    customerId: row.customer_id,
    subscriptionTypeId: row.subscription_type_id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    cancelledAt: row.cancelled_at,
    cancelledReason: row.cancelled_reason,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    dependants: row.dependants,
    dependantCustomerIds: row.dependants.map(({ id }) => id),
  };
}
