import { z } from "zod";
import { fromBase64 } from "./from-base64.ts";
import { text } from "./scalars.ts";

/**
 * Pages of a list ordered by id. A page starts behind the last id of the one before, so rows that come and go in between
 * neither repeat nor hide others. The cursor is opaque to clients and needs no signature: it only ever chooses where in
 * the caller's own list to go on.
 */

export const pageLimit = z
  .string()
  .regex(/^[0-9]{1,4}$/, "must be an integer from 1 to 1000")
  .transform(Number)
  .pipe(z.int().min(1).max(1000))
  .describe("At most this many; more follow at the Link header's rel=next.");

/** Reads a cursor back into the id it stands behind. */
export const pageCursor = text(64)
  .transform((cursor, context) => {
    const afterId = readCursor(cursor);
    if (afterId !== undefined) return afterId;
    context.addIssue({ code: "custom", message: "must be the cursor of a Link header, as it was given" });
    return z.NEVER;
  })
  .describe("From the Link header of the page before.");

/** The closing bracket tells a cursor that was cut short from one that stands behind a smaller id. */
export function writeCursor(afterId: number): string {
  return btoa(`after(${afterId})`).replaceAll("=", "");
}

function readCursor(cursor: string): number | undefined {
  if (!/^[A-Za-z0-9]+$/.test(cursor)) return undefined;
  const [, digits] = /^after\(([1-9][0-9]{0,15})\)$/.exec(fromBase64(cursor)) ?? [];
  const afterId = Number(digits);
  // written back it must be the same text: one cursor, one spelling
  return Number.isSafeInteger(afterId) && writeCursor(afterId) === cursor ? afterId : undefined;
}
