import type { Actor, Occurrence } from "@tocsin/domain";
import { type Queryable, sql } from "../db/index.ts";
import type { ServiceKey } from "./service-store.ts";
import type { Visit, VisitEntry } from "./types.ts";

const columns = `customer_source_id as "customerSourceId", id, request_id as "requestId", phase, starts_at as "startsAt",
  ends_at as "endsAt", responder_id as "responderId", assigned_at as "assignedAt", arrived_at as "arrivedAt",
  completed_at as "completedAt", missed_at as "missedAt", cancelled_at as "cancelledAt", notes`;

/** What is a visit already stays as it is: planning the same again changes nothing. */
const insert = sql(
  "visit-insert",
  `with made as (
    insert into scheduled_occurrence (customer_source_id, request_id, starts_at, ends_at, phase)
    select $1, $2, starts_at, ends_at, 'planned'
    from unnest($3::timestamptz[], $4::timestamptz[]) as asked(starts_at, ends_at) order by starts_at
    on conflict (customer_source_id, request_id, starts_at) do nothing
    returning customer_source_id, id
  )
  insert into visit_event (customer_source_id, visit_id, kind, actor, body, at)
  select customer_source_id, id, 'planned', 'system', '{}', $5 from made order by id`,
);

const lock = sql("visit-lock", `select ${columns} from scheduled_occurrence where id = $1 for update`);

const lockAwaited = sql(
  "visit-lock-awaited",
  `select ${columns} from scheduled_occurrence
  where customer_source_id = $1 and request_id = $2 and phase in ('planned', 'assigned') order by id for update`,
);

const lockOver = sql(
  "visit-lock-over",
  `select ${columns} from scheduled_occurrence where phase in ('planned', 'assigned') and ends_at <= $1
  order by ends_at limit $2 for update skip locked`,
);

const save = sql(
  "visit-save",
  `update scheduled_occurrence set phase = $3, responder_id = $4, assigned_at = $5, arrived_at = $6, completed_at = $7,
    missed_at = $8, cancelled_at = $9, notes = $10
  where customer_source_id = $1 and id = $2`,
);

const append = sql(
  "visit-append-event",
  `insert into visit_event (customer_source_id, visit_id, kind, actor, actor_id, actor_name, body, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

const entries = sql(
  "visit-events",
  `select kind, actor, actor_id, actor_name, body, at from visit_event
  where customer_source_id = $1 and visit_id = $2 order by id`,
);

/** Makes visits of occurrences that are none yet. */
export async function insertVisits(
  tx: Queryable,
  { customerSourceId, id }: ServiceKey,
  occurrences: readonly Occurrence[],
  now: Temporal.Instant,
): Promise<void> {
  const starts = occurrences.map(({ startsAt }) => startsAt.toString());
  const ends = occurrences.map(({ endsAt }) => endsAt.toString());
  await tx.query(insert(customerSourceId, id, starts, ends, now.toString()));
}

/** Undefined when there is none; whoever holds it decides what happens to it next. */
export async function lockVisit(tx: Queryable, visitId: number): Promise<Visit | undefined> {
  return (await tx.query<Visit>(lock(visitId)))[0];
}

/** Those that somebody is still to come to. */
export function lockAwaitedVisits(tx: Queryable, { customerSourceId, id }: ServiceKey): Promise<Visit[]> {
  return tx.query<Visit>(lockAwaited(customerSourceId, id));
}

/** Awaited ones whose window is over and that nobody else holds, the longest overdue first. */
export function lockOverdueVisits(tx: Queryable, now: Temporal.Instant, limit: number): Promise<Visit[]> {
  return tx.query<Visit>(lockOver(now.toString(), limit));
}

/** Keeps a visit that the caller holds, with what happened to it. */
export async function saveVisit(tx: Queryable, visit: Visit, entry: VisitEntry): Promise<void> {
  await tx.query(
    save(
      visit.customerSourceId,
      visit.id,
      visit.phase,
      visit.responderId,
      text(visit.assignedAt),
      text(visit.arrivedAt),
      text(visit.completedAt),
      text(visit.missedAt),
      text(visit.cancelledAt),
      visit.notes,
    ),
  );
  const { kind, actor, body, at } = entry;
  const by = [actor.kind, actor.id, actor.name];
  await tx.query(append(visit.customerSourceId, visit.id, kind, ...by, JSON.stringify(body), at.toString()));
}

interface EntryRow extends Omit<VisitEntry, "actor"> {
  readonly actor: Actor["kind"];
  readonly actor_id: number | null;
  readonly actor_name: string | null;
}

/** Everything that happened to a visit, the oldest first. */
export async function queryVisitEntries(
  db: Queryable,
  { customerSourceId, id }: Pick<Visit, "customerSourceId" | "id">,
): Promise<VisitEntry[]> {
  const rows = await db.query<EntryRow>(entries(customerSourceId, id));
  return rows.map(({ kind, actor, actor_id, actor_name, body, at }) => ({
    kind,
    actor: { kind: actor, id: actor_id, name: actor_name },
    body,
    at,
  }));
}

function text(instant: Temporal.Instant | null): string | null {
  return instant?.toString() ?? null;
}
