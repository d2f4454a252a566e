import type { Schedule, ServiceType } from "@tocsin/domain";
import type { ScheduledService, ServiceDetails } from "./types.ts";

export const serviceColumns = `customer_source_id, id, number, customer_id, service_type, name, special_instructions, details,
  schedule, latitude, longitude, formatted_address, plan_from, created_at, updated_at, cancelled_at`;

export interface ServiceRow {
  readonly customer_source_id: number;
  readonly id: string;
  readonly number: number;
  readonly customer_id: number;
  readonly service_type: ServiceType;
  readonly name: string;
  readonly special_instructions: string | null;
  readonly details: ServiceDetails;
  readonly schedule: WrittenSchedule;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly formatted_address: string | null;
  readonly plan_from: Temporal.Instant | null;
  readonly created_at: Temporal.Instant;
  readonly updated_at: Temporal.Instant;
  readonly cancelled_at: Temporal.Instant | null;
}

/** The rule as JSON: dates and times as ISO 8601 writes them. */
type WrittenSchedule = Omit<Schedule, "dateFrom" | "dateTo" | "startTime"> &
  Readonly<Record<"dateFrom" | "dateTo" | "startTime", string>>;

export function readService(row: ServiceRow): ScheduledService {
  const { latitude, longitude, schedule } = row;
  const point = latitude === null || longitude === null ? null : { latitude, longitude };
  return {
    customerSourceId: row.customer_source_id,
    id: row.id,
    number: row.number,
    customerId: row.customer_id,
    serviceType: row.service_type,
    name: row.name,
    specialInstructions: row.special_instructions,
    details: row.details,
    place: { point, formattedAddress: row.formatted_address },
    schedule: {
      ...schedule,
      dateFrom: Temporal.PlainDate.from(schedule.dateFrom),
      dateTo: Temporal.PlainDate.from(schedule.dateTo),
      startTime: Temporal.PlainTime.from(schedule.startTime),
    },
    planFrom: row.plan_from,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    cancelledAt: row.cancelled_at,
  };
}
