import type { Actor, ActorKind, TimelineBody, TimelineKind } from "@tocsin/domain";
import type { Queryable, Statement } from "../db/index.ts";
import { later, type Positioned, type StreamPosition } from "./position.ts";

/** An entry of some callout's timeline, with its place among the entries of all callouts. */
export interface StreamedEvent extends Positioned {
  readonly customerSourceId: number;
  readonly calloutId: number;
  readonly sequence: number;
  readonly kind: TimelineKind;
  readonly actor: Actor;
  readonly body: TimelineBody;
  readonly at: Temporal.Instant;
}

/** What a read found. */
export interface EventPage {
  readonly events: readonly StreamedEvent[];
  /** Up to here nothing is missing, and nothing can appear any more. */
  readonly position: StreamPosition;
  /** There is more behind the last one: read on. */
  readonly isFull: boolean;
  /** Something is committed behind `position` that a transaction still running keeps from being told: look again soon. */
  readonly isHeldUp: boolean;
}

/**
 * Below the oldest transaction that still runs nothing can be committed any more, so what is there is complete: whoever
 * reads on from the last entry, by (transaction, id), misses nothing and meets nothing twice. One snapshot for both.
 *
 * Not prepared: a plan kept from when the table was small would read all of it each time.
 */
export function readingAfter(events: string): (...values: unknown[]) => Statement {
  const text = `with horizon as materialized (select pg_snapshot_xmin(pg_current_snapshot()) as tx)
    select h.tx::text as horizon, exists (select from callout_event w where w.tx >= h.tx) as held_up,
      e.tx::text, e.id, e.customer_source_id, e.callout_id, e.sequence, e.kind, e.actor, e.actor_id, e.actor_name, e.body, e.at
    from horizon h left join lateral (${events} order by tx, id limit $3) e on true
    order by e.tx, e.id`;
  return (...values) => ({ text, values });
}

const readAfter = readingAfter(
  "select * from callout_event where (tx, id) > ($1::xid8, $2::bigint) and tx < h.tx",
);

interface HorizonRow {
  readonly horizon: string;
  readonly held_up: boolean;
}

interface EventRow extends HorizonRow {
  readonly tx: string;
  readonly id: number;
  readonly customer_source_id: number;
  readonly callout_id: number;
  readonly sequence: number;
  readonly kind: TimelineKind;
  readonly actor: ActorKind;
  readonly actor_id: number | null;
  readonly actor_name: string | null;
  readonly body: TimelineBody;
  readonly at: Temporal.Instant;
}

/** The next entries of all timelines after a position, in their order. */
export function readEventsAfter(db: Queryable, after: StreamPosition, limit: number): Promise<EventPage> {
  return readPage(db, readAfter(String(after.tx), after.id, limit), after, limit);
}

/** Runs a statement of {@link readingAfter}. */
export async function readPage(
  db: Queryable,
  statement: Statement,
  after: StreamPosition,
  limit: number,
): Promise<EventPage> {
  const rows = await db.query<EventRow | (HorizonRow & { readonly tx: null })>(statement);
  const events = rows.flatMap((row) => (row.tx === null ? [] : [readEvent(row)]));
  const isFull = events.length >= limit;
  const horizon: StreamPosition = { tx: BigInt(rows[0]?.horizon ?? 0), id: 0 };
  const position = isFull ? events.at(-1)?.position : horizon;
  return {
    events,
    position: later(position ?? after, after),
    isFull,
    isHeldUp: rows[0]?.held_up ?? false,
  };
}

function readEvent(row: EventRow): StreamedEvent {
  return {
    position: { tx: BigInt(row.tx), id: row.id },
    customerSourceId: row.customer_source_id,
    calloutId: row.callout_id,
    sequence: row.sequence,
    kind: row.kind,
    actor: { kind: row.actor, id: row.actor_id, name: row.actor_name },
    body: row.body,
    at: row.at,
  };
}
