import { type Queryable, sql } from "../db/index.ts";
import type { Device, DevicePlace } from "./types.ts";

const save = sql(
  "device-save-facts",
  `update device set location = coalesce($3, location), battery_level = coalesce($4, battery_level),
    battery_reported_at = case when $4::double precision is null then battery_reported_at else $6::timestamptz end,
    health_checked_at = case when $5 then $6::timestamptz else health_checked_at end
  where customer_source_id = $1 and id = $2`,
);

const setRaised = sql(
  "device-set-raised-callout",
  "update device set raised_callout_id = $3 where customer_source_id = $1 and id = $2",
);

/** What a device said of itself. Null, or false: it did not say. */
export interface DeviceFacts {
  readonly location: DevicePlace | null;
  /** Percent. */
  readonly batteryLevel: number | null;
  readonly isHealthCheck: boolean;
}

/** Keeps what a device said of itself; what it did not say stays as it was. */
export async function saveDeviceFacts(
  db: Queryable,
  { customerSourceId, id }: Pick<Device, "customerSourceId" | "id">,
  { location, batteryLevel, isHealthCheck }: DeviceFacts,
  now: Temporal.Instant,
): Promise<void> {
  const place = location && JSON.stringify(location);
  await db.query(save(customerSourceId, id, place, batteryLevel, isHealthCheck, now.toString()));
}

/** Remembers the callout that a device opened: the one that it may move and take back. */
export async function setRaisedCallout(
  db: Queryable,
  { customerSourceId, id }: Pick<Device, "customerSourceId" | "id">,
  calloutId: number,
): Promise<void> {
  await db.query(setRaised(customerSourceId, id, calloutId));
}
