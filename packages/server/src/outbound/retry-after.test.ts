import fc from "fast-check";
import { expect, test } from "vitest";
import { readRetryAfter } from "./retry-after.ts";

const now = Temporal.Instant.from("2026-01-15T08:00:00Z");

test("whole seconds are taken as they are", () => {
  fc.assert(
    fc.property(fc.nat({ max: 999_999_999 }), (seconds) => {
      expect(readRetryAfter(String(seconds), now)).toBe(seconds);
    }),
  );
});

test.each([
  ["Thu, 15 Jan 2026 08:00:30 GMT", 30],
  ["Thu, 15 Jan 2026 07:00:00 GMT", 0],
  ["-1", null],
  ["1.5", null],
  ["soon", null],
  ["", null],
  ["2026-01-15T09:00:00Z", null],
  ["Thu, 99 Jan 2026 08:00:30 GMT", null],
  ["9999999999", null],
])("%j is %s", (text, seconds) => expect(readRetryAfter(text, now)).toBe(seconds));

test("no header is no wish", () => expect(readRetryAfter(undefined, now)).toBeNull());

test("any other text is no wish either, and never fails", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const seconds = readRetryAfter(text, now);
      expect(seconds === null || (Number.isInteger(seconds) && seconds >= 0)).toBe(true);
    }),
  );
});
