import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type QueueCursor, queueCursor, writeQueueCursor } from "./queue-cursor.ts";

const digit = fc.integer({ min: 0, max: 9 });
const id = fc.maxSafeNat();
const place: fc.Arbitrary<QueueCursor> = fc.oneof(
  fc.record({ part: fc.constant("closed" as const), id }),
  fc.record({
    part: fc.constant("open" as const),
    calm: digit,
    settled: digit,
    priority: digit,
    raisedAtMilliseconds: fc.nat({ max: 8_640_000_000_000_000 }),
    id,
  }),
);

describe("a cursor of the queue", () => {
  test("is read back as it was written, and goes into a URL as it is", () => {
    fc.assert(
      fc.property(place, (place) => {
        const cursor = writeQueueCursor(place);
        expect(cursor).toMatch(/^[A-Za-z0-9]{1,128}$/);
        expect(queueCursor.parse(cursor)).toEqual(place);
      }),
    );
  });

  test("is refused when it was cut short or made up, and never throws anything else", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.base64String(),
          place.map((each) => writeQueueCursor(each).slice(0, -1)),
        ),
        (text) => {
          const { success, data, error } = queueCursor.safeParse(text);
          expect(success ? writeQueueCursor(data) : error.issues[0]?.message).toMatch(
            success ? text : "must be",
          );
        },
      ),
    );
    const cut = writeQueueCursor({ part: "closed", id: 100_234 }).slice(0, -2);
    expect(queueCursor.safeParse(cut).success).toBe(false);
    for (const made of [
      "open(0,1,3,1,1",
      "open(0,1,3)",
      "closed(1,2)",
      "open(1)",
      "open(0,1,3,9999999999999999,1)",
    ]) {
      expect(queueCursor.safeParse(btoa(made).replaceAll("=", "")).success, made).toBe(false);
    }
  });
});
