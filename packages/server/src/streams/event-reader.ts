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
export interface EventPage<Event = StreamedEvent> {
  readonly events: readonly Event[];
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
export function readingAfter(
  events: string,
  { table, subject }: { readonly table: string; readonly subject: string } = ofCallouts,
): (...values: unknown[]) => Statement {
  const text = `with horizon as materialized (select pg_snapshot_xmin(pg_current_snapshot()) as tx)
    select h.tx::text as horizon, exists (select from ${table} w where w.tx >= h.tx) as held_up,
      e.tx::text, e.id, e.customer_source_id, ${subject}, e.kind, e.actor, e.actor_id, e.actor_name, e.body, e.at
    from horizon h left join lateral (${events} order by tx, id limit $3) e on true
    order by e.tx, e.id`;
  return (...values) => ({ text, values });
}

const ofCallouts = { table: "callout_event", subject: "e.callout_id, e.sequence" };

const readAfter = readingAfter(
  "select * from callout_event where (tx, id) > ($1::xid8, $2::bigint) and tx < h.tx",
);

interface HorizonRow {
  readonly horizon: string;
  readonly held_up: boolean;
}

/** There was nothing. */
export interface EmptyRow extends HorizonRow {
  readonly tx: null;
}

/** A row of a timeline's table, with its place in the order of all of them. */
export interface PositionedRow extends HorizonRow {
  readonly tx: string;
  readonly id: number;
  readonly customer_source_id: number;
  readonly actor: ActorKind;
  readonly actor_id: number | null;
  readonly actor_name: string | null;
  readonly at: Temporal.Instant;
}

interface EventRow extends PositionedRow {
  readonly callout_id: number;
  readonly sequence: number;
  readonly kind: TimelineKind;
  readonly body: TimelineBody;
}

/** The next entries of all timelines after a position, in their order. */
export function readEventsAfter(db: Queryable, after: StreamPosition, limit: number): Promise<EventPage> {
  return readEvents(db, readAfter(String(after.tx), after.id, limit), after, limit);
}

/** Runs a statement of {@link readingAfter} about callouts. */
export async function readEvents(
  db: Queryable,
  statement: Statement,
  after: StreamPosition,
  limit: number,
): Promise<EventPage> {
  return toPage(await db.query<EventRow | EmptyRow>(statement), readEvent, after, limit);
}

/** What the rows of a {@link readingAfter} come to. */
export function toPage<Row extends PositionedRow, Event extends Positioned>(
  rows: readonly (Row | EmptyRow)[],
  read: (row: Row) => Event,
  after: StreamPosition,
  limit: number,
): EventPage<Event> {
  const events = rows.flatMap((row) => (row.tx === null ? [] : [read(row)]));
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
