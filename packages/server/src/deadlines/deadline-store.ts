import type { DeadlineKind } from "@tocsin/domain";
import { type Callout, type CalloutRow, calloutColumns, readCallout } from "../callouts/index.ts";
import { type Queryable, sql } from "../db/index.ts";

export interface DueDeadline {
  readonly callout: Callout;
  readonly kind: DeadlineKind;
  readonly dueAt: Temporal.Instant;
}

/** Any node may take a due one; what another holds is skipped. Both rows are locked, so a deadline moved meanwhile is left alone. */
const claim = sql(
  "deadline-claim",
  `select ${calloutColumns.replaceAll(/\b(\w+)/g, "c.$1")}, d.kind, d.due_at
  from deadline d join callout c on c.customer_source_id = d.customer_source_id and c.id = d.callout_id
  where d.due_at <= $1 order by d.due_at limit $2
  for update of c, d skip locked`,
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

export async function claimDue(tx: Queryable, now: Temporal.Instant, limit: number): Promise<DueDeadline[]> {
  type Row = CalloutRow & { kind: DeadlineKind; due_at: Temporal.Instant };
  const rows = await tx.query<Row>(claim(now.toString(), limit));
  return rows.map((row) => ({ callout: readCallout(row), kind: row.kind, dueAt: row.due_at }));
}

export async function postponeDeadline(
  tx: Queryable,
  { callout, kind }: DueDeadline,
  dueAt: Temporal.Instant,
  now: Temporal.Instant,
): Promise<void> {
  await tx.query(postpone(callout.customerSourceId, callout.id, kind, dueAt.toString(), now.toString()));
}

export async function realignDeadlines(db: Queryable, now: Temporal.Instant): Promise<void> {
  await db.query(realign(now.toString()));
}

/** When the next deadline is due; null when none is running. */
export async function nextDueAt(db: Queryable): Promise<Temporal.Instant | null> {
  const [row] = await db.query<{ due_at: Temporal.Instant | null }>(next());
  return row?.due_at ?? null;
}
