import fc from "fast-check";
import { expect, test } from "vitest";
import { isAfter, later, readPosition, type StreamPosition, writePosition } from "./position.ts";

const positions: fc.Arbitrary<StreamPosition> = fc.record({
  tx: fc.bigInt({ min: 0n, max: 2n ** 60n }),
  id: fc.integer({ min: 0, max: 999_999_999_999_999 }),
});

test("what is written reads back", () => {
  fc.assert(
    fc.property(positions, (position) => {
      expect(readPosition(writePosition(position))).toEqual(position);
    }),
  );
});

test("any other text is no position", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = readPosition(text);
      expect(read === undefined || /^\d+-\d+$/.test(text)).toBe(true);
    }),
  );
});

test("of two different ones exactly one comes later, by transaction first", () => {
  fc.assert(
    fc.property(positions, positions, (one, other) => {
      const isSame = one.tx === other.tx && one.id === other.id;
      expect(Number(isAfter(one, other)) + Number(isAfter(other, one))).toBe(isSame ? 0 : 1);
      expect(isAfter(one, later(one, other))).toBe(false);
    }),
  );
  expect(isAfter({ tx: 2n, id: 0 }, { tx: 1n, id: 9 })).toBe(true);
});
