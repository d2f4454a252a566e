import type { RankedCandidate } from "@tocsin/domain";
import type { Callout } from "../callouts/index.ts";
import { type Queryable, sql } from "../db/index.ts";
import type { DispatchInputs } from "./types.ts";

export type Engagement = "offered" | "assigned";

const engagements = sql(
  "dispatch-engagements",
  `select e.responder_id, exists (select from offer o where o.responder_id = e.responder_id and o.state = 'live') as offered
  from engagement e where e.responder_id = any($1::bigint[])`,
);

const offerIds = sql(
  "dispatch-offer-ids",
  "select nextval('offer_id') as id from generate_series(1, $1::int)",
);
const assignmentIds = sql("dispatch-assignment-ids", "select nextval('assignment_id') as id");

const keepDecision = sql(
  "dispatch-keep-decision",
  `insert into decision (customer_source_id, callout_id, sequence, at, inputs, ranking) values ($1, $2, $3, $4, $5, $6)`,
);

/** Who of these is taken, and how. */
export async function findEngagements(
  db: Queryable,
  responderIds: readonly number[],
): Promise<Map<number, Engagement>> {
  const rows = await db.query<{ responder_id: number; offered: boolean }>(engagements(responderIds));
  return new Map(rows.map((row) => [row.responder_id, row.offered ? "offered" : "assigned"]));
}

export async function nextOfferIds(db: Queryable, count: number): Promise<number[]> {
  return (await db.query<{ id: number }>(offerIds(count))).map(({ id }) => id);
}

export async function nextAssignmentId(db: Queryable): Promise<number> {
  const [row] = await db.query<{ id: number }>(assignmentIds());
  if (!row) throw new Error("the sequence assignment_id gave nothing");
  return row.id;
}

/** Keeps why dispatch decided what it did, beside the entry of the timeline it led to. */
export async function storeDecision(
  tx: Queryable,
  callout: Callout,
  inputs: DispatchInputs,
  ranking: readonly RankedCandidate[],
): Promise<void> {
  const { customerSourceId, id, sequence, updatedAt } = callout;
  await tx.query(
    keepDecision(
      customerSourceId,
      id,
      sequence,
      updatedAt.toString(),
      JSON.stringify(inputs),
      JSON.stringify(ranking),
    ),
  );
}
