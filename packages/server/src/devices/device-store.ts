import { type Queryable, sql } from "../db/index.ts";
import type { Device } from "./types.ts";

const columns = `id, customer_source_id as "customerSourceId", customer_id as "customerId", serial, device_type_id as "typeId",
  supplier, alias, firmware_version as "firmwareVersion", default_location as "defaultLocation", location,
  health_checked_at as "healthCheckedAt", battery_level as "batteryLevel", battery_reported_at as "batteryReportedAt",
  raised_callout_id as "raisedCalloutId", created_at as "createdAt", updated_at as "updatedAt"`;

const insert = sql(
  "device-insert",
  `insert into device (customer_source_id, customer_id, serial, device_type_id, supplier, alias, firmware_version,
    default_location, created_at, updated_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
  on conflict (customer_source_id, serial_key) where deleted_at is null do nothing returning ${columns}`,
);

const isCalledSo = "(serial_key = lower($2) or id = $3) and deleted_at is null";

const find = sql(
  "device-find",
  `select ${columns} from device where customer_source_id = $1 and ${isCalledSo}`,
);

const lock = sql(
  "device-lock",
  `select ${columns} from device where customer_source_id = $1 and ${isCalledSo} for update`,
);

const save = sql(
  "device-save",
  `update device set customer_id = $3, device_type_id = $4, supplier = $5, alias = $6, firmware_version = $7,
    default_location = $8, location = $9, raised_callout_id = $10, updated_at = $11
  where customer_source_id = $1 and id = $2 returning ${columns}`,
);

const markDeleted = sql(
  "device-mark-deleted",
  `update device set deleted_at = $4, updated_at = $4 where customer_source_id = $1 and ${isCalledSo} returning id`,
);

const ofCustomer = "customer_source_id = $1 and customer_id = $2 and deleted_at is null";

const lockOfCustomer = sql(
  "device-lock-of-customer",
  `select id from device where ${ofCustomer} order by id for update`,
);

const markDeletedOfCustomer = sql(
  "device-mark-deleted-of-customer",
  `update device set deleted_at = $3, updated_at = $3 where ${ofCustomer}`,
);

/** Undefined when a live device has the serial. */
export async function insertDevice(
  db: Queryable,
  device: NewDevice,
  now: Temporal.Instant,
): Promise<Device | undefined> {
  const { customerSourceId, customerId, serial, typeId, supplier, alias, firmwareVersion } = device;
  const place = device.defaultLocation && JSON.stringify(device.defaultLocation);
  const values = [customerSourceId, customerId, serial, typeId, supplier, alias, firmwareVersion, place];
  const [row] = await db.query<Device>(insert(...values, now.toString()));
  return row;
}

export type NewDevice = Pick<
  Device,
  | "customerSourceId"
  | "customerId"
  | "serial"
  | "typeId"
  | "supplier"
  | "alias"
  | "firmwareVersion"
  | "defaultLocation"
>;

/** @param name its serial, or the id that answers give it; no serial is one ({@link isId}) */
export async function findDevice(
  db: Queryable,
  customerSourceId: number,
  name: string,
): Promise<Device | undefined> {
  const [row] = await db.query<Device>(find(customerSourceId, name, readId(name)));
  return row;
}

/** The same, until the transaction ends. */
export async function lockDevice(
  tx: Queryable,
  customerSourceId: number,
  name: string,
): Promise<Device | undefined> {
  const [row] = await tx.query<Device>(lock(customerSourceId, name, readId(name)));
  return row;
}

export async function saveDevice(tx: Queryable, device: Device, now: Temporal.Instant): Promise<Device> {
  const { customerSourceId, id, customerId, typeId, supplier, alias, firmwareVersion } = device;
  const places = [device.defaultLocation, device.location].map((place) => place && JSON.stringify(place));
  const values = [customerSourceId, id, customerId, typeId, supplier, alias, firmwareVersion, ...places];
  const [row] = await tx.query<Device>(save(...values, device.raisedCalloutId, now.toString()));
  if (!row) throw new Error(`Device ${id} is gone, though it was locked`);
  return row;
}

/** False when the tenant has no such device. */
export async function markDeviceDeleted(
  db: Queryable,
  customerSourceId: number,
  name: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const rows = await db.query(markDeleted(customerSourceId, name, readId(name), now.toString()));
  return rows.length > 0;
}

/** Holds a customer's devices until the transaction ends; taken before the customer's own lock, as a change of a device does. */
export async function lockDevicesOf(
  tx: Queryable,
  { customerSourceId, customerId }: Pick<Device, "customerSourceId" | "customerId">,
): Promise<void> {
  await tx.query(lockOfCustomer(customerSourceId, customerId));
}

/** Takes a customer's devices out of use and frees their serials. */
export async function deleteDevicesOf(
  tx: Queryable,
  { customerSourceId, customerId }: Pick<Device, "customerSourceId" | "customerId">,
  now: Temporal.Instant,
): Promise<void> {
  await tx.query(markDeletedOfCustomer(customerSourceId, customerId, now.toString()));
}

/** Where ids lie: no serial may. */
const [firstId, lastId] = [9_000_000_000_000, 9_000_999_999_999];

export function isId(name: string): boolean {
  return readId(name) !== null;
}

function readId(name: string): number | null {
  const id = /^[0-9]{13}$/.test(name) ? Number(name) : 0;
  return id >= firstId && id <= lastId ? id : null;
}
