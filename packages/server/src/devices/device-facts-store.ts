import { type Queryable, sql } from "../db/index.ts";
import type { Device, DevicePlace } from "./types.ts";

const save = sql(
  "device-save-facts",
  `update device set location = coalesce($3, location), battery_level = coalesce($4, battery_level),
    battery_reported_at = case when $4::double precision is null then battery_reported_at else $6::timestamptz end,
    health_checked_at = case when $5 then $6::timestamptz else health_checked_at end
  where customer_source_id = $1 and id = $2`,
);

/** In whatever order alarms of one moment are noted, each counts. */
const noteAlarm = sql(
  "device-note-alarm",
  `update device set alarm_count = case when alarm_callout_id = $3 then alarm_count + 1 else 1 end, alarm_callout_id = $3,
    raised_callout_id = case when $4 then $3 else raised_callout_id end
  where customer_source_id = $1 and id = $2`,
);

const countAlarms = sql(
  "device-count-alarms",
  `select alarm_count as count from device where customer_source_id = $1 and id = $2 and alarm_callout_id = $3`,
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

/**
 * Remembers which callout an alarm of a device went to.
 * @param alarm `opened`: it is the device's own, to move and to take back
 */
export async function noteAlarmOf(
  db: Queryable,
  { customerSourceId, id }: Pick<Device, "customerSourceId" | "id">,
  alarm: { readonly calloutId: number; readonly opened: boolean },
): Promise<void> {
  await db.query(noteAlarm(customerSourceId, id, alarm.calloutId, alarm.opened));
}

/** How many of a device's alarms went to this callout, as far as its last one did. */
export async function countAlarmsOf(
  db: Queryable,
  { customerSourceId, id }: Pick<Device, "customerSourceId" | "id">,
  calloutId: number,
): Promise<number> {
  const [row] = await db.query<{ count: number }>(countAlarms(customerSourceId, id, calloutId));
  return row?.count ?? 0;
}
