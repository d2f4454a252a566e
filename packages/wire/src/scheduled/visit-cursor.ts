import { z } from "zod";
import { fromBase64 } from "../from-base64.ts";
import { text } from "../scalars.ts";

/** Where a page of visits ends: in the order of their starts, then of their ids. */
export interface VisitCursor {
  readonly startsAtMilliseconds: number;
  readonly id: number;
}

/** The closing bracket tells a cursor that was cut short from a smaller one. */
export function writeVisitCursor({ startsAtMilliseconds, id }: VisitCursor): string {
  return btoa(`visit(${startsAtMilliseconds},${id})`).replaceAll("=", "");
}

/** Reads a cursor of {@link writeVisitCursor} back; opaque to clients. */
export const visitCursor = text(64).transform((cursor, context): VisitCursor => {
  const [, startsAt, id] = /^visit\((\d{1,15}),(\d{1,16})\)$/.exec(fromBase64(cursor)) ?? [];
  const place = { startsAtMilliseconds: Number(startsAt), id: Number(id) };
  // written back it must be the same text: one cursor, one spelling
  if (Number.isSafeInteger(place.id) && writeVisitCursor(place) === cursor) return place;
  context.addIssue({ code: "custom", message: "must be a nextCursor, as it was given" });
  return z.NEVER;
});
