import { type Queryable, sql } from "../db/index.ts";
import type { DeviceType } from "./types.ts";

const find = sql(
  "device-type-find",
  `select id, name, template from device_type
  where customer_source_id = $1 and (id = $2 or lower(name) = lower($3))`,
);

const list = sql(
  "device-type-list",
  "select id, name, template from device_type where customer_source_id = $1 order by id",
);

const save = sql(
  "device-type-save",
  `insert into device_type (customer_source_id, name, template, created_at, updated_at) values ($1, $2, $3, $4, $4)
  on conflict (customer_source_id, lower(name)) do update set template = excluded.template, updated_at = excluded.updated_at
  returning id, name, template`,
);

/** One of the tenant's own; the name is compared whatever the case of its letters. */
export async function findOwnType(
  db: Queryable,
  customerSourceId: number,
  { id, name }: { readonly id: number | null; readonly name: string | null },
): Promise<DeviceType | undefined> {
  const [row] = await db.query<DeviceType>(find(customerSourceId, id, name));
  return row;
}

export function listOwnTypes(db: Queryable, customerSourceId: number): Promise<DeviceType[]> {
  return db.query<DeviceType>(list(customerSourceId));
}

/** A new type, or another template for the one of this name: its id stays. */
export async function saveOwnType(
  tx: Queryable,
  customerSourceId: number,
  { name, template }: Pick<DeviceType, "name" | "template">,
  now: Temporal.Instant,
): Promise<DeviceType> {
  const values = [customerSourceId, name, JSON.stringify(template), now.toString()];
  const [row] = await tx.query<DeviceType>(save(...values));
  if (!row) throw new Error(`Device type ${name} was not stored`);
  return row;
}
