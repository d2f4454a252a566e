import fc from "fast-check";
import { expect, test } from "vitest";
import { visitCursor, writeVisitCursor } from "./visit-cursor.ts";

test("what was written is read back", () => {
  const places = fc.record({
    startsAtMilliseconds: fc.integer({ min: 0, max: 253_402_300_799_000 }),
    id: fc.maxSafeNat(),
  });
  fc.assert(
    fc.property(places, (place) => {
      expect(visitCursor.parse(writeVisitCursor(place))).toEqual(place);
    }),
  );
});

test("anything else is none, a cursor that was cut short too", () => {
  const cursor = writeVisitCursor({ startsAtMilliseconds: 1_768_537_800_000, id: 800_001 });
  for (const other of [
    "",
    "x",
    cursor.slice(0, -1),
    cursor.slice(0, -4),
    `${cursor}=`,
    btoa("visit(1,2) "),
    "é",
  ])
    expect(visitCursor.safeParse(other).success).toBe(false);
});
