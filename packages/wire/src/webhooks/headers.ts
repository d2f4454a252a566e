import { z } from "zod";

/** RFC 9110 §5.6.2. */
const token = /^[!#$%&'*+.^_`|~\dA-Za-z-]{1,128}$/;
/** RFC 9110 §5.5, without what only ISO-8859-1 could read. White space around it would not arrive. */
const fieldValue = /^[\x21-\x7e]+([\t ]+[\x21-\x7e]+)*$/;
const mostHeaders = 50;
const mostBytes = 8 * 1024;

/** Ours to say on every delivery, or the connection's. */
const reserved = new Set([
  "connection",
  "content-encoding",
  "content-length",
  "expect",
  "host",
  "keep-alive",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** What GET shows in the place of a value, which is a secret. No header can hold it, so it can't be registered by mistake. */
export const hiddenHeaderValue = "•••";

/** Headers that go on every delivery: names as RFC 9110 allows them, at most fifty and 8 KiB in all. */
export const webhookHeaders = z
  .record(z.string(), z.string())
  .superRefine((headers, context) => {
    const entries = Object.entries(headers);
    const refuse = (message: string, ...path: string[]) =>
      context.addIssue({ code: "custom", path, message });
    if (entries.length > mostHeaders) {
      return refuse(`must hold at most ${mostHeaders} headers, not ${entries.length}`);
    }
    const bytes = entries.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
    if (bytes > mostBytes) return refuse(`must be at most ${mostBytes} characters in all, names and values`);
    const names = new Set<string>();
    for (const [name, value] of entries) {
      const plain = name.toLowerCase();
      if (!token.test(name))
        refuse(
          `must have header names of letters, digits and - only, at most 128 of them, not ${shown(name)}`,
        );
      else if (reserved.has(plain) || /^(webhook|proxy)-/.test(plain)) refuse("is a header of ours", name);
      else if (names.has(plain)) refuse("is there twice, in different letters", name);
      else refuseValue(value, (message) => refuse(message, name));
      names.add(plain);
    }
  })
  .meta({ description: "Sent with every delivery. Their values are secrets: GET does not show them." });

function refuseValue(value: string, refuse: (message: string) => void): void {
  if (value === hiddenHeaderValue) refuse("must be the value itself, which GET does not show");
  else if (!fieldValue.test(value)) {
    refuse("must be printable ASCII without line breaks, and without white space at its ends");
  }
}

function shown(name: string): string {
  return JSON.stringify(name.slice(0, 40));
}
