import type { DeadlineKind } from "@tocsin/domain";
import { type Queryable, sql } from "../db/index.ts";

/** A callout with something due. */
export interface DueCallout {
  readonly customerSourceId: number;
  readonly calloutId: number;
}

/** A deadline that was due when somebody looked. */
export interface DueDeadline extends DueCallout {
  readonly kind: DeadlineKind;
  readonly dueAt: Temporal.Instant;
}

/** Looks for a responder, and all the rest: they are found apart, so that the first never stand behind a heap of the others. */
export type DueClass = "looks" | "others";

const isOfClass: Readonly<Record<DueClass, string>> = {
  looks: "kind = 'dispatch'",
  others: "kind <> 'dispatch'",
};

const peek = ofEachClass(
  "deadline-peek",
  (
    condition,
  ) => `select customer_source_id as "customerSourceId", callout_id as "calloutId", kind, due_at as "dueAt"
  from deadline where ${condition} and due_at <= $1 order by due_at limit $2`,
);

const dueKinds = sql(
  "deadline-due-kinds",
  "select kind from deadline where customer_source_id = $1 and callout_id = $2 and due_at <= $3 order by due_at",
);

const postpone = sql(
  "deadline-postpone",
  `update deadline set due_at = $4, armed_at = $5
  where customer_source_id = $1 and callout_id = $2 and kind = $3 and due_at <= $5`,
);

/**
 * Only those that are still what was seen: whoever changes a callout meanwhile has armed them anew, or is about to. None
 * is waited for, so that two nodes with the same work can't deadlock.
 */
const move = sql(
  "deadline-move",
  `with mine as (
    select d.customer_source_id, d.callout_id, d.kind, asked.ord, asked.due_at
    from unnest($1::bigint[], $2::bigint[], $3::text[], $4::timestamptz[], $5::timestamptz[]) with ordinality
      as asked(customer_source_id, callout_id, kind, seen, due_at, ord)
    join deadline d on d.customer_source_id = asked.customer_source_id and d.callout_id = asked.callout_id
      and d.kind = asked.kind and d.due_at = asked.seen
    for update of d skip locked
  )
  update deadline d set due_at = mine.due_at, armed_at = $6 from mine
  where d.customer_source_id = mine.customer_source_id and d.callout_id = mine.callout_id and d.kind = mine.kind
  returning mine.ord`,
);

/** A deadline armed in the future was armed before the clock was set back: it keeps its length, counted from now. */
const realign = sql(
  "deadline-realign",
  `update deadline set due_at = $1::timestamptz + (due_at - armed_at), armed_at = $1
  where armed_at > $1::timestamptz + interval '2 seconds'`,
);

const next = ofEachClass(
  "deadline-next",
  (condition) => `select min(due_at) as due_at from deadline where ${condition}`,
);

function ofEachClass(name: string, text: (condition: string) => string) {
  return {
    looks: sql(`${name}-looks`, text(isOfClass.looks)),
    others: sql(`${name}-others`, text(isOfClass.others)),
  };
}

/** What is due, the longest overdue first; without a lock, so it promises nothing. */
export function peekDue(
  db: Queryable,
  which: DueClass,
  now: Temporal.Instant,
  limit: number,
): Promise<DueDeadline[]> {
  return db.query<DueDeadline>(peek[which](now.toString(), limit));
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

/** Makes what is due now due later; what was armed anew meanwhile stays. */
export async function postponeDeadline(
  db: Queryable,
  { customerSourceId, calloutId }: DueCallout,
  kind: DeadlineKind,
  dueAt: Temporal.Instant,
  now: Temporal.Instant,
): Promise<void> {
  await db.query(postpone(customerSourceId, calloutId, kind, dueAt.toString(), now.toString()));
}

/**
 * Arms deadlines anew whose being due changed nothing else, without holding their callouts.
 * @returns those that were moved; the others are in somebody's hands, or not what they were
 */
export async function moveDeadlines(
  db: Queryable,
  moves: readonly { readonly deadline: DueDeadline; readonly to: Temporal.Instant }[],
  now: Temporal.Instant,
): Promise<ReadonlySet<DueDeadline>> {
  if (moves.length === 0) return new Set();
  const rows = await db.query<{ ord: number }>(
    move(
      moves.map(({ deadline }) => deadline.customerSourceId),
      moves.map(({ deadline }) => deadline.calloutId),
      moves.map(({ deadline }) => deadline.kind),
      moves.map(({ deadline }) => deadline.dueAt.toString()),
      moves.map(({ to }) => to.toString()),
      now.toString(),
    ),
  );
  return new Set(rows.flatMap(({ ord }) => moves[ord - 1]?.deadline ?? []));
}

export async function realignDeadlines(db: Queryable, now: Temporal.Instant): Promise<void> {
  await db.query(realign(now.toString()));
}

/** When the next deadline is due; null when none is running. */
export async function nextDueAt(db: Queryable, which: DueClass): Promise<Temporal.Instant | null> {
  const [row] = await db.query<{ due_at: Temporal.Instant | null }>(next[which]());
  return row?.due_at ?? null;
}
