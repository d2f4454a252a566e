import type { ActorKind, TimelineBody, TimelineKind } from "@tocsin/domain";
import { type Queryable, sql } from "../db/index.ts";
import type { ChainedEntry } from "./event-chain.ts";

/** An entry of a stored timeline. */
export interface TimelineLine extends ChainedEntry {
  readonly id: number;
  /** Of the responder it is about; null when it is about none. */
  readonly responderName: string | null;
}

const columns = `e.id, e.sequence, e.kind, e.actor, e.actor_id, e.actor_name, e.body, e.at, e.hash, r.name as responder_name
  from callout_event e left join responder r on r.id = (e.body->>'responderId')::bigint
  where e.customer_source_id = $1 and e.callout_id = $2`;

const list = sql("timeline-list", `select ${columns} order by e.sequence`);
const listKinds = sql("timeline-list-kinds", `select ${columns} and e.kind = any($3) order by e.sequence`);
const find = sql("timeline-find", `select ${columns} and e.sequence = $3`);

interface LineRow {
  readonly id: number;
  readonly sequence: number;
  readonly kind: TimelineKind;
  readonly actor: ActorKind;
  readonly actor_id: number | null;
  readonly actor_name: string | null;
  readonly body: TimelineBody;
  readonly at: Temporal.Instant;
  readonly hash: Buffer;
  readonly responder_name: string | null;
}

/**
 * The timeline, oldest first; empty only when the tenant has no such callout, since each begins with its raise.
 * @param kinds those alone; absent: everything
 */
export async function listTimeline(
  db: Queryable,
  customerSourceId: number,
  calloutId: number,
  kinds?: readonly TimelineKind[],
): Promise<TimelineLine[]> {
  const statement = kinds ? listKinds(customerSourceId, calloutId, kinds) : list(customerSourceId, calloutId);
  return (await db.query<LineRow>(statement)).map(readLine);
}

export async function findTimelineLine(
  db: Queryable,
  customerSourceId: number,
  calloutId: number,
  sequence: number,
): Promise<TimelineLine | undefined> {
  const [row] = await db.query<LineRow>(find(customerSourceId, calloutId, sequence));
  return row && readLine(row);
}

function readLine(row: LineRow): TimelineLine {
  const { id, sequence, kind, body, at, hash } = row;
  const actor = { kind: row.actor, id: row.actor_id, name: row.actor_name };
  return { id, sequence, kind, actor, body, at, hash, responderName: row.responder_name };
}
