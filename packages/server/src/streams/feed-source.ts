import type { EventPage } from "./event-reader.ts";
import type { Positioned, StreamPosition } from "./position.ts";

/** Something to be told, and to whom. */
export interface FeedMessage extends Positioned {
  /** Ids of listeners; null: all of them. */
  readonly to: readonly number[] | null;
}

export interface FeedPage<Message extends FeedMessage> extends Omit<EventPage, "events"> {
  readonly messages: readonly Message[];
}

/** What a feed tells, read from the database. */
export interface FeedSource<Message extends FeedMessage> {
  readAll(after: StreamPosition, limit: number): Promise<FeedPage<Message>>;
  /** What {@link readAll} has for one listener. */
  readFor(listener: number, after: StreamPosition, limit: number): Promise<FeedPage<Message>>;
}
