import { z } from "zod";
import { fromBase64 } from "../from-base64.ts";
import { text } from "../scalars.ts";

/** Where a page of the queue ends; opaque to clients. */
export type QueueCursor =
  | {
      readonly part: "open";
      readonly calm: number;
      readonly settled: number;
      readonly priority: number;
      readonly raisedAtMilliseconds: number;
      readonly id: number;
    }
  | { readonly part: "closed"; readonly id: number };

export function writeQueueCursor(place: QueueCursor): string {
  const { part, id } = place;
  const numbers =
    part === "closed" ? [id] : [place.calm, place.settled, place.priority, place.raisedAtMilliseconds, id];
  return btoa(`${part}(${numbers.join(",")})`).replaceAll("=", "");
}

/** Reads a cursor of {@link writeQueueCursor} back. */
export const queueCursor = text(128).transform((cursor, context): QueueCursor => {
  const place = readQueueCursor(cursor);
  if (place) return place;
  context.addIssue({ code: "custom", message: "must be a nextCursor, as it was given" });
  return z.NEVER;
});

function readQueueCursor(cursor: string): QueueCursor | undefined {
  const [, part, list = ""] = /^(open|closed)\((\d{1,16}(?:,\d{1,16})*)\)$/.exec(fromBase64(cursor)) ?? [];
  const numbers = list.split(",").map(Number);
  if (!numbers.every((number) => Number.isSafeInteger(number))) return undefined;
  const place = part === "closed" ? closedPlace(numbers) : part === "open" ? openPlace(numbers) : undefined;
  // written back it must be the same text: one cursor, one spelling
  return place && writeQueueCursor(place) === cursor ? place : undefined;
}

function closedPlace([id]: readonly number[]): QueueCursor | undefined {
  return id === undefined ? undefined : { part: "closed", id };
}

function openPlace([calm, settled, priority, raisedAtMilliseconds, id]: readonly number[]):
  | QueueCursor
  | undefined {
  if (calm === undefined || settled === undefined || priority === undefined) return undefined;
  if (raisedAtMilliseconds === undefined || id === undefined) return undefined;
  if (Math.max(calm, settled, priority) > 9 || raisedAtMilliseconds > latestMilliseconds) return undefined;
  return { part: "open", calm, settled, priority, raisedAtMilliseconds, id };
}

/** The last instant that a date of JavaScript can name. */
const latestMilliseconds = 8.64e15;
