import type { RankedCandidate } from "@tocsin/domain";
import type { Callout } from "../callouts/index.ts";
import { type Queryable, sql } from "../db/index.ts";
import type { DispatchInputs } from "./types.ts";

const offerIds = sql(
  "dispatch-offer-ids",
  "select nextval('offer_id') as id from generate_series(1, $1::int)",
);
const assignmentIds = sql("dispatch-assignment-ids", "select nextval('assignment_id') as id");

/** In one order everywhere, so that two who want the same few wait for each other instead of deadlocking. */
const reserve = sql(
  "dispatch-reserve",
  `insert into engagement (responder_id, customer_source_id, callout_id, since)
  select r, $2, $3, $4 from unnest($1::bigint[]) as r order by r
  on conflict (responder_id) do nothing returning responder_id`,
);

const keepDecision = sql(
  "dispatch-keep-decision",
  `insert into decision (customer_source_id, callout_id, sequence, at, inputs, ranking) values ($1, $2, $3, $4, $5, $6)`,
);

const isEngaged = sql(
  "dispatch-is-engaged",
  "select from engagement where responder_id = $1 and customer_source_id = $2 and callout_id = $3",
);

const instruct = sql(
  "dispatch-instruct",
  "update assignment set instruction = $3 where customer_source_id = $1 and id = $2",
);

/** What others are changing just now is theirs; they look afterwards. */
const bringForward = sql(
  "dispatch-bring-forward",
  `with waiting as (
    select customer_source_id, callout_id from deadline where kind = 'dispatch' and due_at > $1
    order by due_at desc limit $2 for update skip locked
  )
  update deadline d set due_at = $1 from waiting w
  where d.customer_source_id = w.customer_source_id and d.callout_id = w.callout_id and d.kind = 'dispatch'
  returning d.callout_id`,
);

export async function nextOfferIds(db: Queryable, count: number): Promise<number[]> {
  return (await db.query<{ id: number }>(offerIds(count))).map(({ id }) => id);
}

export async function nextAssignmentId(db: Queryable): Promise<number> {
  const [row] = await db.query<{ id: number }>(assignmentIds());
  if (!row) throw new Error("the sequence assignment_id gave nothing");
  return row.id;
}

/**
 * Takes responders for a callout; waits for whoever is just taking one of them.
 * @returns those that were free, and are this callout's from now on
 */
export async function reserveResponders(
  tx: Queryable,
  { customerSourceId, id }: Callout,
  responderIds: readonly number[],
  now: Temporal.Instant,
): Promise<ReadonlySet<number>> {
  const rows = await tx.query<{ responder_id: number }>(
    reserve(responderIds, customerSourceId, id, now.toString()),
  );
  return new Set(rows.map(({ responder_id }) => responder_id));
}

/** Keeps why dispatch decided what it did, beside the entry of the timeline it led to. */
export async function storeDecision(
  tx: Queryable,
  { customerSourceId, id, sequence, updatedAt }: Callout,
  inputs: DispatchInputs,
  ranking: readonly RankedCandidate[],
): Promise<void> {
  const values = [customerSourceId, id, sequence, updatedAt.toString()];
  await tx.query(keepDecision(...values, JSON.stringify(inputs), JSON.stringify(ranking)));
}

/** Whether the responder is this callout's. */
export async function isEngagedBy(
  tx: Queryable,
  { customerSourceId, id }: Callout,
  responderId: number,
): Promise<boolean> {
  return (await tx.query(isEngaged(responderId, customerSourceId, id))).length > 0;
}

/** Keeps what a controller wants the responder to read. */
export async function saveInstruction(
  tx: Queryable,
  customerSourceId: number,
  assignmentId: number,
  instruction: string | null,
): Promise<void> {
  await tx.query(instruct(customerSourceId, assignmentId, instruction));
}

/**
 * Makes looks that were put off due now.
 * @returns how many; `limit` when there may be more
 */
export async function bringLooksForward(
  db: Queryable,
  now: Temporal.Instant,
  limit: number,
): Promise<number> {
  return (await db.query(bringForward(now.toString(), limit))).length;
}
