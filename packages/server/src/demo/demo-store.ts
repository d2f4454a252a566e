import { type Queryable, sql } from "../db/index.ts";
import type { DemoPlace } from "./places.ts";

/** Two nodes that start at the same instant take turns. Any number no other lock of ours has. */
const lock = sql("demo-lock", "select pg_advisory_xact_lock(8267002)");

const addPlaces = sql(
  "demo-add-places",
  `insert into fixed_location (customer_source_id, external_reference_id, location_identifier, formatted_address,
    callout_location_type_id, latitude, longitude, created_at, updated_at)
  select $1, p.reference, p.identifier, p.address, $2, p.latitude, p.longitude, $8, $8
  from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
    as p(reference, identifier, address, latitude, longitude)
  on conflict (customer_source_id, external_reference_id) where deleted_at is null do nothing`,
);

const addCustomer = sql(
  "demo-add-customer",
  `insert into customer (customer_source_id, name, surname, mobile, created_at, updated_at) values ($1, $2, $3, $4, $5, $5)
  on conflict (customer_source_id, mobile) where deleted_at is null do nothing`,
);

const findCustomer = sql(
  "demo-find-customer",
  "select id from customer where customer_source_id = $1 and mobile = $2 and deleted_at is null",
);

const renewSubscription = sql(
  "demo-renew-subscription",
  `insert into subscription (customer_source_id, customer_id, subscription_type_id, valid_from, valid_to, created_at, updated_at)
  select $1, $2, $3, $4, $5, $4, $4
  where not exists (
    select from subscription where customer_source_id = $1 and customer_id = $2
      and valid_from <= $4 and valid_to > $4 and cancelled_at is null)
  on conflict do nothing`,
);

const findSupplier = sql("demo-find-supplier", "select id from supplier where is_demo order by id limit 1");

const demoLogins = sql(
  "demo-logins",
  "select r.login from responder r join supplier s on s.id = r.supplier_id where s.is_demo",
);

const anyArea = sql(
  "demo-any-area",
  "select 1 from coverage_area a join supplier s on s.id = a.supplier_id where s.is_demo limit 1",
);

const setAdvanced = sql(
  "demo-set-advanced",
  "update callout set advanced = true where customer_source_id = $1 and id = $2 and not advanced",
);

const dropNotices = sql(
  "demo-drop-notices",
  "delete from outbox where customer_source_id = $1 and callout_id = $2 and sequence > $3",
);

/** Held until the transaction ends. */
export async function lockDemo(tx: Queryable): Promise<void> {
  await tx.query(lock());
}

/** Adds the places that are not there. */
export async function addDemoPlaces(
  tx: Queryable,
  customerSourceId: number,
  { locationTypeId, places }: { readonly locationTypeId: number; readonly places: readonly DemoPlace[] },
  now: Temporal.Instant,
): Promise<void> {
  const column = (member: keyof DemoPlace): string[] => places.map((place) => place[member]);
  await tx.query(
    addPlaces(
      customerSourceId,
      locationTypeId,
      column("externalReferenceId"),
      column("locationIdentifier"),
      column("formattedAddress"),
      column("latitude"),
      column("longitude"),
      now.toString(),
    ),
  );
}

/** The customer with this mobile, made when there is none. Returns its id. */
export async function ensureDemoCustomer(
  tx: Queryable,
  customerSourceId: number,
  customer: { readonly name: string; readonly surname: string; readonly mobile: string },
  now: Temporal.Instant,
): Promise<number> {
  await tx.query(
    addCustomer(customerSourceId, customer.name, customer.surname, customer.mobile, now.toString()),
  );
  const [row] = await tx.query<{ id: number }>(findCustomer(customerSourceId, customer.mobile));
  if (!row) throw new Error("The demo's customer was neither there nor made");
  return row.id;
}

/** Gives the customer a subscription until `validTo` unless one is active. */
export async function ensureDemoSubscription(
  tx: Queryable,
  customerSourceId: number,
  {
    customerId,
    typeId,
    validTo,
  }: { readonly customerId: number; readonly typeId: number; readonly validTo: Temporal.Instant },
  now: Temporal.Instant,
): Promise<void> {
  await tx.query(renewSubscription(customerSourceId, customerId, typeId, now.toString(), validTo.toString()));
}

/** The demo's supplier, whatever it is called by now. */
export async function findDemoSupplier(tx: Queryable): Promise<number | undefined> {
  const [row] = await tx.query<{ id: number }>(findSupplier());
  return row?.id;
}

/** The logins of the responders that are the demo's. */
export async function listDemoLogins(tx: Queryable): Promise<Set<string | null>> {
  return new Set((await tx.query<{ login: string }>(demoLogins())).map(({ login }) => login));
}

/** Whether the demo's supplier has, or had, an area. */
export async function anyDemoArea(tx: Queryable): Promise<boolean> {
  return (await tx.query(anyArea())).length > 0;
}

/** From now on simulated responders leave the callout alone. */
export async function markAdvanced(
  tx: Queryable,
  customerSourceId: number,
  calloutId: number,
): Promise<void> {
  await tx.query(setAdvanced(customerSourceId, calloutId));
}

/** Takes back what was to be sent of what happened after `sequence`. */
export async function withdrawNotices(
  tx: Queryable,
  customerSourceId: number,
  calloutId: number,
  sequence: number,
): Promise<void> {
  await tx.query(dropNotices(customerSourceId, calloutId, sequence));
}
