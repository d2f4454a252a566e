import { type AlarmKind, alarmOf } from "@tocsin/domain";
import type { Capabilities } from "../capabilities.ts";
import { findQueueRows, type QueueRow } from "../control-room/index.ts";
import { readEventsAfter, type StreamedEvent } from "./event-reader.ts";
import type { FeedMessage, FeedPage, FeedSource } from "./feed-source.ts";
import type { StreamPosition } from "./position.ts";

/** One entry of a timeline, for everybody in the control room. */
export interface ControlMessage extends FeedMessage {
  readonly to: null;
  readonly entry: StreamedEvent;
  /** Null when nothing rings. */
  readonly alarm: AlarmKind | null;
  /** The callout as it is now; it may be ahead of the entry, never behind it. */
  readonly row: QueueRow;
}

/** What the control room is told: every entry of every timeline once, each with its callout's row. */
export function createControlSource({ db }: Pick<Capabilities, "db">): FeedSource<ControlMessage> {
  async function readAll(after: StreamPosition, limit: number): Promise<FeedPage<ControlMessage>> {
    const { events, ...page } = await readEventsAfter(db, after, limit);
    const rows = await findQueueRows(db, [...new Set(events.map(({ calloutId }) => calloutId))]);
    return { ...page, messages: events.map((entry) => describe(entry, rows.get(entry.calloutId))) };
  }

  return { readAll, readFor: (_listener, after, limit) => readAll(after, limit) };
}

function describe(entry: StreamedEvent, row: QueueRow | undefined): ControlMessage {
  if (!row) throw new Error(`Callout ${entry.calloutId} has a timeline and no row`);
  const alarm = alarmOf(entry, { responseTypeId: row.responseType.id });
  return { position: entry.position, to: null, entry, alarm, row };
}
