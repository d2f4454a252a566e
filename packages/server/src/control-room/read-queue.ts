import type { Queryable } from "../db/index.ts";
import { notFound } from "../errors.ts";
import type { QueuePlace } from "./queue-order.ts";
import { placeOf, type QueueRecord, readRow } from "./queue-row.ts";
import { closedBelow, firstOpen, nextOpen, rowsById, sourceOf } from "./queue-statements.ts";
import type { QueueRow } from "./types.ts";

export interface QueueQuery {
  /** `open`: all that is not closed, cancelled ones included. `all`: those, then the closed ones. */
  readonly state: "open" | "closed" | "all";
  readonly limit: number;
  /** Null: from the beginning. */
  readonly after: QueuePlace | null;
}

export interface QueuePage {
  readonly rows: readonly QueueRow[];
  /** Null on the last page. */
  readonly next: QueuePlace | null;
}

/**
 * A page of the queue: open callouts in queue order, closed ones newest first. A page starts behind the last row of the
 * one before. A callout that changes its place meanwhile may be met twice or not at all on such a walk: whoever must not
 * miss one follows the stream.
 */
export async function readQueue(db: Queryable, { state, limit, after }: QueueQuery): Promise<QueuePage> {
  // one more than asked for tells whether there is a next page
  const wanted = limit + 1;
  const open = state === "closed" || after?.part === "closed" ? [] : await readOpen(db, wanted, after);
  const missing = wanted - open.length;
  const closed = state === "open" || missing === 0 ? [] : await readClosed(db, missing, after);
  const records = [...open, ...closed];
  const last = records.length > limit ? records[limit - 1] : undefined;
  const isClosed = last?.phase === "closed";
  return {
    rows: records.slice(0, limit).map(readRow),
    next: last ? (isClosed ? { part: "closed", id: last.id } : placeOf(last)) : null,
  };
}

/** One callout's row; undefined when there is none. */
export async function findQueueRow(db: Queryable, calloutId: number): Promise<QueueRow | undefined> {
  return (await findQueueRows(db, [calloutId])).get(calloutId);
}

/** The rows of several callouts, by id. */
export async function findQueueRows(
  db: Queryable,
  calloutIds: readonly number[],
): Promise<ReadonlyMap<number, QueueRow>> {
  if (calloutIds.length === 0) return new Map();
  const records = await db.query<QueueRecord>(rowsById(calloutIds));
  return new Map(records.map((record) => [record.id, readRow(record)]));
}

/** Whose callout it is. @throws AppError `not-found` */
export async function locateCallout(db: Queryable, calloutId: number): Promise<number> {
  const [found] = await db.query<{ customer_source_id: number }>(sourceOf(calloutId));
  if (found) return found.customer_source_id;
  throw notFound(`Callout ${calloutId}`);
}

function readOpen(db: Queryable, count: number, after: QueuePlace | null): Promise<QueueRecord[]> {
  if (after?.part !== "open") return db.query<QueueRecord>(firstOpen(count));
  const { calm, settled, priority, raisedAtMilliseconds, id } = after;
  const raisedAt = Temporal.Instant.fromEpochMilliseconds(raisedAtMilliseconds).toString();
  return db.query<QueueRecord>(nextOpen(count, calm, settled, priority, raisedAt, id));
}

function readClosed(db: Queryable, count: number, after: QueuePlace | null): Promise<QueueRecord[]> {
  const below = after?.part === "closed" ? after.id : Number.MAX_SAFE_INTEGER;
  return db.query<QueueRecord>(closedBelow(count, below));
}
