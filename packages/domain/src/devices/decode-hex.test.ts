import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeHex, encodeHex } from "./decode-hex.ts";

test("what was written is read back, in either case", () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.boolean(), (bytes, upper) => {
      const text = upper ? encodeHex(bytes).toUpperCase() : encodeHex(bytes);
      expect(decodeHex(text)).toEqual({ bytes, problem: null });
    }),
  );
});

test("any text at all: it never throws, and there is a problem exactly when the text is no whole bytes", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-f]*$/)), (text) => {
      const { bytes, problem } = decodeHex(text);
      expect(problem === null).toBe(/^([0-9a-f]{2})*$/i.test(text));
      expect(text.toLowerCase().startsWith(encodeHex(bytes))).toBe(true);
    }),
  );
});

test.each([
  ["0a1", [0x0a], "must have two digits for each byte (there are 3)"],
  ["0a 1b", [0x0a], "must be hexadecimal (character 3 is not)"],
  ["0x0a", [], "must be hexadecimal (character 2 is not)"],
  ["", [], null],
])("%j", (text, bytes, problem) => {
  expect(decodeHex(text)).toEqual({ bytes: Uint8Array.from(bytes), problem });
});
