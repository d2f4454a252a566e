import { text } from "../scalars.ts";

/** Schemes that run something in the page that follows them, or show what is not the partner's. */
const refused = new Set([
  "javascript:",
  "vbscript:",
  "data:",
  "blob:",
  "filesystem:",
  "file:",
  "about:",
  "view-source:",
]);

/** Where a person goes back to: an address of any scheme, an app's own included. */
export const returnUrl = text(2048)
  .refine(
    (value) => isTaken(value),
    "must be an absolute address, such as https://example.com/done or myapp://done",
  )
  .describe("Absolute; any scheme but those that run something, such as javascript:.");

function isTaken(value: string): boolean {
  return URL.canParse(value) && !refused.has(new URL(value).protocol);
}
