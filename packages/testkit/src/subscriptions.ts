import type { TestPartner, TestSystem } from "./system.ts";

export interface TestSubscription {
  readonly customerId: number;
  /** ISO 8601; from now for a year by default. */
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly cancelledAt?: string;
  readonly dependantCustomerIds?: readonly number[];
  readonly partner?: TestPartner;
}

/** Puts a subscription into the database, a family one when it has dependants. Returns its id. */
export async function addSubscription(
  { context, clock, partner: ownPartner }: TestSystem,
  { customerId, dependantCustomerIds = [], partner = ownPartner, ...times }: TestSubscription,
): Promise<number> {
  const now = clock.now();
  const {
    validFrom = now.toString(),
    validTo = now.add({ hours: 24 * 365 }).toString(),
    cancelledAt,
  } = times;
  const typeId = dependantCustomerIds.length > 0 ? 2 : 1;
  const [row] = await context.db.query<{ id: number }>({
    text: `with made as (
        insert into subscription (customer_source_id, customer_id, subscription_type_id, valid_from, valid_to, cancelled_at,
          created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $7) returning id
      ), covered as (
        insert into subscription_dependant (customer_source_id, subscription_id, customer_id)
        select $1, made.id, d from made, unnest($8::bigint[]) as d
      ) select id from made`,
    values: [
      partner.customerSourceId,
      customerId,
      typeId,
      validFrom,
      validTo,
      cancelledAt ?? null,
      now.toString(),
      dependantCustomerIds,
    ],
  });
  if (!row) throw new Error("No subscription was made");
  return row.id;
}
