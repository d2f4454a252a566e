import { type Queryable, sql } from "../db/index.ts";
import { readService, type ServiceRow, serviceColumns } from "./service-row.ts";
import type { ScheduledService } from "./types.ts";

const insert = sql(
  "scheduled-insert",
  `insert into scheduled_request (customer_source_id, id, customer_id, service_type, name, special_instructions, details,
    schedule, latitude, longitude, formatted_address, plan_from, plan_at, created_at, updated_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13, $13)
  returning ${serviceColumns}`,
);

const find = sql(
  "scheduled-find",
  `select ${serviceColumns} from scheduled_request where customer_source_id = $1 and id = $2`,
);

const lock = sql(
  "scheduled-lock",
  `select ${serviceColumns} from scheduled_request where customer_source_id = $1 and id = $2 for update`,
);

const lockLiveOf = sql(
  "scheduled-lock-live-of-customer",
  `select ${serviceColumns} from scheduled_request
  where customer_source_id = $1 and customer_id = $2 and cancelled_at is null order by number for update`,
);

const list = sql(
  "scheduled-list",
  `select ${serviceColumns} from scheduled_request
  where customer_source_id = $1 and number > $2 and ($3::bigint is null or customer_id = $3)
  order by number limit $4`,
);

const due = sql(
  "scheduled-to-plan",
  `select customer_source_id as "customerSourceId", id from scheduled_request where plan_at <= $1 order by plan_at limit $2`,
);

const lockDue = sql(
  "scheduled-lock-to-plan",
  `select ${serviceColumns} from scheduled_request where customer_source_id = $1 and id = $2 and plan_at <= $3
  for update skip locked`,
);

const plan = sql(
  "scheduled-save-plan",
  "update scheduled_request set plan_from = $3, plan_at = $4 where customer_source_id = $1 and id = $2",
);

const postpone = sql(
  "scheduled-postpone-plan",
  "update scheduled_request set plan_at = $3 where customer_source_id = $1 and id = $2 and plan_at is not null",
);

const cancel = sql(
  "scheduled-cancel",
  `update scheduled_request set cancelled_at = $3, updated_at = $3, plan_from = null, plan_at = null
  where customer_source_id = $1 and id = $2`,
);

/** Which scheduled service, of whom. */
export type ServiceKey = Pick<ScheduledService, "customerSourceId" | "id">;

export async function insertService(
  tx: Queryable,
  service: Omit<ScheduledService, "number" | "updatedAt" | "cancelledAt">,
): Promise<ScheduledService> {
  const { place, planFrom, createdAt } = service;
  const rows = await tx.query<ServiceRow>(
    insert(
      service.customerSourceId,
      service.id,
      service.customerId,
      service.serviceType,
      service.name,
      service.specialInstructions,
      JSON.stringify(service.details),
      JSON.stringify(service.schedule),
      place.point?.latitude ?? null,
      place.point?.longitude ?? null,
      place.formattedAddress,
      planFrom?.toString() ?? null,
      createdAt.toString(),
    ),
  );
  return only(rows);
}

export async function findService(db: Queryable, key: ServiceKey): Promise<ScheduledService | undefined> {
  return (await db.query<ServiceRow>(find(key.customerSourceId, key.id))).map(readService)[0];
}

export async function lockService(tx: Queryable, key: ServiceKey): Promise<ScheduledService | undefined> {
  return (await tx.query<ServiceRow>(lock(key.customerSourceId, key.id))).map(readService)[0];
}

/** Those of a customer that are not called off. */
export async function lockLiveServicesOf(
  tx: Queryable,
  { customerSourceId, customerId }: Pick<ScheduledService, "customerSourceId" | "customerId">,
): Promise<ScheduledService[]> {
  return (await tx.query<ServiceRow>(lockLiveOf(customerSourceId, customerId))).map(readService);
}

/** @param afterNumber 0: from the first on */
export async function queryServices(
  db: Queryable,
  query: {
    readonly customerSourceId: number;
    readonly customerId: number | null;
    readonly afterNumber: number;
    readonly limit: number;
  },
): Promise<ScheduledService[]> {
  const { customerSourceId, afterNumber, customerId, limit } = query;
  return (await db.query<ServiceRow>(list(customerSourceId, afterNumber, customerId, limit))).map(
    readService,
  );
}

/** Services with occurrences that are to become visits; without a lock, so it promises nothing. */
export function peekToPlan(db: Queryable, now: Temporal.Instant, limit: number): Promise<ServiceKey[]> {
  return db.query<ServiceKey>(due(now.toString(), limit));
}

/** Undefined when another node has it, or has done it. */
export async function lockToPlan(
  tx: Queryable,
  key: ServiceKey,
  now: Temporal.Instant,
): Promise<ScheduledService | undefined> {
  const rows = await tx.query<ServiceRow>(lockDue(key.customerSourceId, key.id, now.toString()));
  return rows.map(readService)[0];
}

/** @param next where planning goes on, and when; null: nothing is left to be planned */
export async function savePlan(
  tx: Queryable,
  key: ServiceKey,
  next: { readonly from: Temporal.Instant; readonly at: Temporal.Instant } | null,
): Promise<void> {
  await tx.query(
    plan(key.customerSourceId, key.id, next?.from.toString() ?? null, next?.at.toString() ?? null),
  );
}

export async function postponePlan(db: Queryable, key: ServiceKey, at: Temporal.Instant): Promise<void> {
  await db.query(postpone(key.customerSourceId, key.id, at.toString()));
}

export async function markServiceCancelled(
  tx: Queryable,
  key: ServiceKey,
  now: Temporal.Instant,
): Promise<void> {
  await tx.query(cancel(key.customerSourceId, key.id, now.toString()));
}

function only(rows: readonly ServiceRow[]): ScheduledService {
  const [row] = rows;
  if (!row) throw new Error("A scheduled service was not kept");
  return readService(row);
}
