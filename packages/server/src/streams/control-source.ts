import { type AlarmKind, alarmOf } from "@tocsin/domain";
import type { Capabilities } from "../capabilities.ts";
import { findQueueRows, type QueueRow } from "../control-room/index.ts";
import { findVisitRows, type VisitRow } from "../scheduled/index.ts";
import { readEventsAfter, type StreamedEvent } from "./event-reader.ts";
import type { FeedMessage, FeedPage, FeedSource } from "./feed-source.ts";
import { mergePages } from "./merge-pages.ts";
import type { StreamPosition } from "./position.ts";
import { readVisitEntriesAfter, type StreamedVisitEntry } from "./visit-reader.ts";

/** One entry of a callout's timeline, for everybody in the control room. */
export interface CalloutMessage extends FeedMessage {
  readonly about: "callout";
  readonly to: null;
  readonly entry: StreamedEvent;
  /** Null when nothing rings. */
  readonly alarm: AlarmKind | null;
  /** The callout as it is now; it may be ahead of the entry, never behind it. */
  readonly row: QueueRow;
}

/** Something that happened to a visit of a scheduled service. A missed one rings. */
export interface VisitMessage extends FeedMessage {
  readonly about: "visit";
  readonly to: null;
  readonly entry: StreamedVisitEntry;
  /** The visit as it is now, as with callouts. */
  readonly row: VisitRow;
}

export type ControlMessage = CalloutMessage | VisitMessage;

/** What the control room is told: every entry of every timeline once, each with the row of what it is about. */
export function createControlSource({ db }: Pick<Capabilities, "db">): FeedSource<ControlMessage> {
  async function readCallouts(after: StreamPosition, limit: number): Promise<FeedPage<CalloutMessage>> {
    const { events, ...page } = await readEventsAfter(db, after, limit);
    const rows = await findQueueRows(db, [...new Set(events.map(({ calloutId }) => calloutId))]);
    return { ...page, messages: events.map((entry) => describe(entry, rows.get(entry.calloutId))) };
  }

  async function readVisits(after: StreamPosition, limit: number): Promise<FeedPage<VisitMessage>> {
    const { events, ...page } = await readVisitEntriesAfter(db, after, limit);
    const rows = await findVisitRows(db, [...new Set(events.map(({ visitId }) => visitId))]);
    return { ...page, messages: events.map((entry) => describeVisit(entry, rows.get(entry.visitId))) };
  }

  async function readAll(after: StreamPosition, limit: number): Promise<FeedPage<ControlMessage>> {
    const [callouts, visits] = await Promise.all([readCallouts(after, limit), readVisits(after, limit)]);
    return mergePages(callouts, visits);
  }

  return { readAll, readFor: (_listener, after, limit) => readAll(after, limit) };
}

function describe(entry: StreamedEvent, row: QueueRow | undefined): CalloutMessage {
  if (!row) throw new Error(`Callout ${entry.calloutId} has a timeline and no row`);
  const alarm = alarmOf(entry, { responseTypeId: row.responseType.id });
  return { about: "callout", position: entry.position, to: null, entry, alarm, row };
}

function describeVisit(entry: StreamedVisitEntry, row: VisitRow | undefined): VisitMessage {
  if (!row) throw new Error(`Visit ${entry.visitId} has a timeline and is not there`);
  return { about: "visit", position: entry.position, to: null, entry, row };
}
