import fc from "fast-check";
import { expect, test } from "vitest";
import { checkSerialPattern, matchesSerial } from "./serial-pattern.ts";

test.each(["[0-9]{15}", "\\d{4,6}", "AB-[A-Z]{2}_\\d", "[0-9A-F]{16}|[0-9]{8}", "x"])(
  "%s is one",
  (pattern) => {
    expect(checkSerialPattern(pattern)).toBeNull();
  },
);

test.each([
  "",
  "|",
  "a|",
  "a+",
  "a*",
  ".",
  "a?",
  "(a)",
  "^a$",
  "[^a]",
  "a{1,2",
  "[a",
  "\\w",
  "a{3,1}",
  "a".repeat(513),
])("%s is none", (pattern) => {
  expect(checkSerialPattern(pattern)).not.toBeNull();
});

test("the whole serial, whatever the case of its letters; alternatives too", () => {
  expect(matchesSerial("[0-9A-F]{4}|X", "00af")).toBe(true);
  expect(matchesSerial("[0-9A-F]{4}|X", "x")).toBe(true);
  for (const serial of ["00af0", "00a", "ax", "0000X", "", "00af\n"])
    expect(matchesSerial("[0-9A-F]{4}|X", serial)).toBe(false);
});

test("no pattern that is taken holds up the process, whatever the serial", () => {
  const pieces = fc.stringMatching(/^(?:[\w:-]|\[[\w.:-]{1,3}\]|\\d)(?:\{[0-9]{1,2}(?:,[0-9]{1,2})?\})?$/);
  const patterns = fc.array(pieces, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(patterns, fc.stringMatching(/^[0-9a-f]{0,64}$/), (pattern, serial) => {
      fc.pre(checkSerialPattern(pattern) === null);
      const start = performance.now();
      matchesSerial(pattern, serial);
      expect(performance.now() - start).toBeLessThan(2_000);
    }),
  );
});
