import { type Queryable, sql } from "../db/index.ts";

/** How a responder is taken: asked by a callout, or sent to one. Who is both, by a controller's will, counts as sent. */
export type Engagement = "offered" | "assigned";

/** From the offers and assignments themselves, each by an index that holds nobody else. */
const offered = "select responder_id, false as sent from offer where state = 'live'";
const assigned = "select responder_id, true as sent from assignment where state in ('assigned', 'onScene')";

const some = sql(
  "engagement-some",
  `${offered} and responder_id = any($1::bigint[]) union all ${assigned} and responder_id = any($1::bigint[])`,
);
const all = sql("engagement-all", `${offered} union all ${assigned}`);

interface EngagementRow {
  readonly responder_id: number;
  readonly sent: boolean;
}

/** Who of these is taken, and how. */
export async function findEngagements(
  db: Queryable,
  responderIds: readonly number[],
): Promise<Map<number, Engagement>> {
  return byResponder(await db.query<EngagementRow>(some(responderIds)));
}

/** Everybody who is taken, and how. */
export async function listEngagements(db: Queryable): Promise<Map<number, Engagement>> {
  return byResponder(await db.query<EngagementRow>(all()));
}

function byResponder(rows: readonly EngagementRow[]): Map<number, Engagement> {
  const engaged = new Map<number, Engagement>();
  for (const { responder_id: id, sent } of rows) {
    if (sent || !engaged.has(id)) engaged.set(id, sent ? "assigned" : "offered");
  }
  return engaged;
}
