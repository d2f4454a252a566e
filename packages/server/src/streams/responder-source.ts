import type { TimelineKind } from "@tocsin/domain";
import type { Capabilities } from "../capabilities.ts";
import { readAudiences } from "./audience-store.ts";
import { readEvents, readEventsAfter, readingAfter, type StreamedEvent } from "./event-reader.ts";
import type { FeedMessage, FeedSource } from "./feed-source.ts";

export type ResponderEvent = "offer" | "offerWithdrawn" | "assignment" | "message";

/** An entry that concerns responders: by name, or because they were on the way to the callout or there. */
export interface ResponderMessage extends FeedMessage {
  readonly to: readonly number[];
  readonly event: ResponderEvent;
  readonly entry: StreamedEvent;
}

/** Entries that name one responder, and what that one is told. */
const aboutOne: Readonly<Partial<Record<TimelineKind, ResponderEvent>>> = {
  offered: "offer",
  offerDeclined: "offerWithdrawn",
  offerExpired: "offerWithdrawn",
  offerWithdrawn: "offerWithdrawn",
  offerAccepted: "assignment",
  dispatchedByHand: "assignment",
  arrived: "assignment",
  completed: "assignment",
  aborted: "assignment",
  stoodDown: "assignment",
};

/** Entries that are for whoever is assigned to the callout. */
const aboutAll: Readonly<Partial<Record<TimelineKind, ResponderEvent>>> = {
  moved: "assignment",
  verified: "assignment",
  duress: "assignment",
  duressCleared: "assignment",
  raisedAgain: "assignment",
  commented: "message",
};

/**
 * One responder's entries by an index of their own, so that a thousand who reconnect do not each read everybody's. Of the
 * callouts they had before, only those count that ended since: a minute is for clocks of nodes that differ.
 */
const readOfResponder = readingAfter(
  `select * from (
    select * from callout_event
    where body ? 'responderId' and (body ->> 'responderId')::bigint = $4 and (tx, id) > ($1::xid8, $2::bigint) and tx < h.tx
    union all
    select distinct on (e.tx, e.id) e.* from assignment a
      join callout_event e on e.customer_source_id = a.customer_source_id and e.callout_id = a.callout_id
    where a.responder_id = $4 and e.at >= a.assigned_at and (a.ended_at is null or e.at <= a.ended_at)
      and (a.ended_at is null or a.ended_at >= (
        select at from callout_event where (tx, id) > ($1::xid8, $2::bigint) order by tx, id limit 1) - interval '1 minute')
      and e.kind = any($5::text[]) and (e.tx, e.id) > ($1::xid8, $2::bigint) and e.tx < h.tx
  ) of_responder`,
);

/** What responders are told: each only what concerns it. */
export function createResponderSource({ db }: Pick<Capabilities, "db">): FeedSource<ResponderMessage> {
  return {
    async readAll(after, limit) {
      const { events, ...page } = await readEventsAfter(db, after, limit);
      const audiences = await readAudiences(
        db,
        events.filter(({ kind }) => aboutAll[kind]),
      );
      const messages = events.flatMap((entry) => describe(entry, audiences(entry)));
      return { ...page, messages };
    },
    async readFor(responderId, after, limit) {
      const { tx, id } = after;
      const statement = readOfResponder(String(tx), id, limit, responderId, Object.keys(aboutAll));
      const { events, ...page } = await readEvents(db, statement, after, limit);
      return { ...page, messages: events.flatMap((entry) => describe(entry, [responderId])) };
    },
  };
}

/** @param audience whoever was assigned to the callout */
function describe(entry: StreamedEvent, audience: readonly number[]): ResponderMessage[] {
  const { kind, position, body } = entry;
  const named = aboutOne[kind];
  if (named) return [{ position, to: [Number(body.responderId)], event: named, entry }];
  const event = aboutAll[kind];
  return event && audience.length > 0 ? [{ position, to: audience, event, entry }] : [];
}
