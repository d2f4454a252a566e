import { nextOccurrence } from "@tocsin/domain";
import type { Queryable } from "../db/index.ts";
import { noSuchService } from "./refusals.ts";
import { findService, queryServices, type ServiceKey } from "./service-store.ts";
import type { ScheduledService, VisitRow } from "./types.ts";
import { queryVisitRowsOfService } from "./visit-view.ts";

/** When the next occurrence starts, planned or not; null: none follows. */
export function nextStart(
  { schedule, cancelledAt }: Pick<ScheduledService, "schedule" | "cancelledAt">,
  now: Temporal.Instant,
): Temporal.Instant | null {
  return cancelledAt ? null : (nextOccurrence(schedule, now)?.startsAt ?? null);
}

/**
 * A scheduled service with its visits, but for those that were dropped when it was called off.
 * @throws AppError `not-found`
 */
export async function readSchedule(
  db: Queryable,
  key: ServiceKey,
): Promise<{ readonly service: ScheduledService; readonly visits: readonly VisitRow[] }> {
  const service = await findService(db, key);
  if (!service) throw noSuchService(key.id);
  const visits = await queryVisitRowsOfService(db, key);
  return { service, visits: visits.filter(({ phase }) => phase !== "cancelled") };
}

/** Read at once: a few hundred bytes each. */
const pageSize = 500;

/**
 * Scheduled services in the order they were made.
 * @param limit null: all
 */
export async function listSchedules(
  db: Queryable,
  query: {
    readonly customerSourceId: number;
    readonly customerId: number | null;
    readonly afterNumber: number;
    readonly limit: number | null;
  },
): Promise<{ readonly services: readonly ScheduledService[]; readonly nextAfterNumber: number | null }> {
  const { limit } = query;
  if (limit !== null) {
    const found = await queryServices(db, { ...query, limit: limit + 1 });
    const services = found.slice(0, limit);
    return { services, nextAfterNumber: found.length > limit ? (services.at(-1)?.number ?? null) : null };
  }
  const services: ScheduledService[] = [];
  for (let { afterNumber } = query; ; ) {
    const page = await queryServices(db, { ...query, afterNumber, limit: pageSize });
    services.push(...page);
    const last = page.at(-1);
    if (!last || page.length < pageSize) return { services, nextAfterNumber: null };
    afterNumber = last.number;
  }
}
