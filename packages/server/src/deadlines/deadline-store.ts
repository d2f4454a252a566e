import type { DeadlineKind } from "@tocsin/domain";
import { type Queryable, sql } from "../db/index.ts";

/** A callout with something due. */
export interface DueCallout {
  readonly customerSourceId: number;
  readonly calloutId: number;
}

const peek = sql(
  "deadline-peek",
  `select customer_source_id as "customerSourceId", callout_id as "calloutId" from deadline where due_at <= $1
  group by customer_source_id, callout_id order by min(due_at) limit $2`,
);

const dueKinds = sql(
  "deadline-due-kinds",
  "select kind from deadline where customer_source_id = $1 and callout_id = $2 and due_at <= $3 order by due_at",
);

const postpone = sql(
  "deadline-postpone",
  "update deadline set due_at = $4, armed_at = $5 where customer_source_id = $1 and callout_id = $2 and kind = $3",
);

/** A deadline armed in the future was armed before the clock was set back: it keeps its length, counted from now. */
const realign = sql(
  "deadline-realign",
  `update deadline set due_at = $1::timestamptz + (due_at - armed_at), armed_at = $1
  where armed_at > $1::timestamptz + interval '2 seconds'`,
);

const next = sql("deadline-next", "select min(due_at) as due_at from deadline");

/** Callouts with due deadlines, the longest overdue first; without a lock, so it promises nothing. */
export function peekDue(db: Queryable, now: Temporal.Instant, limit: number): Promise<DueCallout[]> {
  return db.query<DueCallout>(peek(now.toString(), limit));
}

/** What is due of a callout that the caller holds, the oldest first. */
export async function findDueKinds(
  tx: Queryable,
  due: DueCallout,
  now: Temporal.Instant,
): Promise<DeadlineKind[]> {
  const rows = await tx.query<{ kind: DeadlineKind }>(
    dueKinds(due.customerSourceId, due.calloutId, now.toString()),
  );
  return rows.map(({ kind }) => kind);
}

export async function postponeDeadline(
  tx: Queryable,
  { customerSourceId, calloutId }: DueCallout,
  kind: DeadlineKind,
  dueAt: Temporal.Instant,
  now: Temporal.Instant,
): Promise<void> {
  await tx.query(postpone(customerSourceId, calloutId, kind, dueAt.toString(), now.toString()));
}

export async function realignDeadlines(db: Queryable, now: Temporal.Instant): Promise<void> {
  await db.query(realign(now.toString()));
}

/** When the next deadline is due; null when none is running. */
export async function nextDueAt(db: Queryable): Promise<Temporal.Instant | null> {
  const [row] = await db.query<{ due_at: Temporal.Instant | null }>(next());
  return row?.due_at ?? null;
}
