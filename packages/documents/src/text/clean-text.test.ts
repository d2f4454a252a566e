import fc from "fast-check";
import { expect, it } from "vitest";
import { cleanText } from "./clean-text.ts";

it.each([
  ["a\r\nb\rc\u2028d", "a\nb\nc\nd"],
  ["a\tb", "a b"],
  ["a\u0000b\u0007c\u009Fd", "abcd"],
  ["e\u0301", "é"],
  ["half \uD83D gone", "half \uFFFD gone"],
])("turns %j into %j", (text, cleaned) => {
  expect(cleanText(text)).toBe(cleaned);
});

it("leaves nothing that a second cleaning would change", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const cleaned = cleanText(text);
      expect(cleanText(cleaned)).toBe(cleaned);
    }),
  );
});
