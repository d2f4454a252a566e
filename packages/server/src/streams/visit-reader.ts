import type { Queryable } from "../db/index.ts";
import type { VisitEntry, VisitEventKind } from "../scheduled/index.ts";
import { type EmptyRow, type EventPage, type PositionedRow, readingAfter, toPage } from "./event-reader.ts";
import type { Positioned, StreamPosition } from "./position.ts";

/** Something that happened to a visit, with its place in the one order of all timelines. */
export interface StreamedVisitEntry extends Positioned, VisitEntry {
  readonly visitId: number;
}

const readAfter = readingAfter(
  "select * from visit_event where (tx, id) > ($1::xid8, $2::bigint) and tx < h.tx",
  {
    table: "visit_event",
    subject: "e.visit_id",
  },
);

interface EntryRow extends PositionedRow {
  readonly visit_id: number;
  readonly kind: VisitEventKind;
  readonly body: VisitEntry["body"];
}

/** The next entries of all visits after a position, in their order. */
export async function readVisitEntriesAfter(
  db: Queryable,
  after: StreamPosition,
  limit: number,
): Promise<EventPage<StreamedVisitEntry>> {
  const rows = await db.query<EntryRow | EmptyRow>(readAfter(String(after.tx), after.id, limit));
  return toPage(rows, readEntry, after, limit);
}

function readEntry(row: EntryRow): StreamedVisitEntry {
  return {
    position: { tx: BigInt(row.tx), id: row.id },
    visitId: row.visit_id,
    kind: row.kind,
    actor: { kind: row.actor, id: row.actor_id, name: row.actor_name },
    body: row.body,
    at: row.at,
  };
}
