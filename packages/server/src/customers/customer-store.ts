import { type Queryable, sql } from "../db/index.ts";
import { notFound } from "../errors.ts";
import { type CustomerRow, customerColumns, readCustomer } from "./customer-row.ts";
import type { Customer, CustomerKey } from "./types.ts";

/** The unique index behind mobiles. */
export const mobileIndex = "customer_mobile";

const live = "customer_source_id = $1 and id = $2 and deleted_at is null";

const lockLive = sql("customer-lock-live", `select 1 from customer where ${live} for share`);

const isLive = sql("customer-is-live", `select from customer where ${live}`);

const find = sql("customer-find", `select ${customerColumns} from customer where ${live}`);

const findEver = sql(
  "customer-find-ever",
  `select ${customerColumns} from customer where customer_source_id = $1 and id = $2`,
);

const findByMobile = sql(
  "customer-find-by-mobile",
  "select id from customer where customer_source_id = $1 and mobile = $2 and deleted_at is null",
);

const lockForChange = sql(
  "customer-lock-for-change",
  `select ${customerColumns} from customer where ${live} for no key update`,
);

/** Of two inserts of one mobile at the same instant the second waits, then gives none. */
const insert = sql(
  "customer-insert",
  `insert into customer (customer_source_id, name, surname, mobile, details, duress_code_hash, created_at, updated_at)
  values ($1, $2, $3, $4, $5, $6, $7, $7)
  on conflict (customer_source_id, mobile) where deleted_at is null do nothing
  returning ${customerColumns}`,
);

const update = sql(
  "customer-update",
  `update customer set name = $3, surname = $4, mobile = $5, details = $6,
    duress_code_hash = coalesce($7, duress_code_hash), updated_at = $8
  where customer_source_id = $1 and id = $2`,
);

const remove = sql(
  "customer-delete",
  "update customer set deleted_at = $3, updated_at = $3 where customer_source_id = $1 and id = $2",
);

const activeCallout = sql(
  "customer-active-callout",
  `select id from callout where customer_source_id = $1 and customer_id = $2 and phase not in ('cancelled', 'closed')
  order by id limit 1`,
);

/**
 * Makes sure that the tenant has this customer, until the transaction ends.
 * @throws AppError `not-found`
 */
export async function lockLiveCustomer(tx: Queryable, customerSourceId: number, id: number): Promise<void> {
  const rows = await tx.query(lockLive(customerSourceId, id));
  if (rows.length === 0) throw notFound(`Customer ${id}`);
}

/** Whether the tenant has this customer. */
export async function isLiveCustomer(db: Queryable, customerSourceId: number, id: number): Promise<boolean> {
  return (await db.query(isLive(customerSourceId, id))).length > 0;
}

/** The tenant's live customer; another tenant's is absent. */
export async function findCustomer(
  db: Queryable,
  { customerSourceId, id }: CustomerKey,
): Promise<Customer | undefined> {
  const [row] = await db.query<CustomerRow>(find(customerSourceId, id));
  return row && readCustomer(row);
}

/** The same, deleted or not. */
export async function findCustomerEver(
  db: Queryable,
  { customerSourceId, id }: CustomerKey,
): Promise<Customer | undefined> {
  const [row] = await db.query<CustomerRow>(findEver(customerSourceId, id));
  return row && readCustomer(row);
}

/** The id of the live customer who has this number. */
export async function findIdByMobile(
  db: Queryable,
  customerSourceId: number,
  mobile: string,
): Promise<number | undefined> {
  const [row] = await db.query<{ id: number }>(findByMobile(customerSourceId, mobile));
  return row?.id;
}

/** Held until the transaction ends, so that changes of one customer take turns; and raises for them wait. */
export async function lockCustomer(
  tx: Queryable,
  { customerSourceId, id }: CustomerKey,
): Promise<Customer | undefined> {
  const [row] = await tx.query<CustomerRow>(lockForChange(customerSourceId, id));
  return row && readCustomer(row);
}

/** The new customer, or undefined when a live one has the mobile. */
export async function insertCustomer(
  tx: Queryable,
  customer: Pick<Customer, "customerSourceId" | "name" | "surname" | "mobile" | "details">,
  { duressCodeHash, now }: { readonly duressCodeHash: string | null; readonly now: Temporal.Instant },
): Promise<Customer | undefined> {
  const { customerSourceId, name, surname, mobile, details } = customer;
  const known = JSON.stringify(details);
  const [row] = await tx.query<CustomerRow>(
    insert(customerSourceId, name, surname, mobile, known, duressCodeHash, now.toString()),
  );
  return row && readCustomer(row);
}

/**
 * @param duressCodeHash null keeps the one there is
 * @throws a violation of {@link mobileIndex} when another live customer has the mobile
 */
export async function saveCustomer(
  tx: Queryable,
  customer: Customer,
  duressCodeHash: string | null,
): Promise<void> {
  const { customerSourceId, id, name, surname, mobile, details, updatedAt } = customer;
  const known = JSON.stringify(details);
  await tx.query(
    update(customerSourceId, id, name, surname, mobile, known, duressCodeHash, updatedAt.toString()),
  );
}

export async function markCustomerDeleted(
  tx: Queryable,
  { customerSourceId, id }: CustomerKey,
  now: Temporal.Instant,
): Promise<void> {
  await tx.query(remove(customerSourceId, id, now.toString()));
}

/** The id of a callout of this customer that is active: their own, or of a place of theirs. */
export async function findActiveCalloutOf(
  tx: Queryable,
  { customerSourceId, id }: CustomerKey,
): Promise<number | undefined> {
  const [row] = await tx.query<{ id: number }>(activeCallout(customerSourceId, id));
  return row?.id;
}
