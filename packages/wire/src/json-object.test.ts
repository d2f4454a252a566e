import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonObject } from "./json-object.ts";

const takes = (value: unknown): boolean => jsonObject.safeParse(value).success;

test("what JSON says is taken as it is, when its text can be kept", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue()), (object) => {
      const written = JSON.stringify(object);
      fc.pre(!written.includes("\\u0000") && !/\\ud[89a-f]/i.test(written));
      // kept by nobody: JavaScript would take it for something else
      fc.pre(!written.includes("__proto__"));
      expect(jsonObject.parse(JSON.parse(written))).toEqual(JSON.parse(written));
    }),
  );
});

test("text that no database holds is refused wherever it stands", () => {
  const around = (text: string) => [
    { a: text },
    { [text]: 1 },
    { a: [1, { b: [text] }] },
    { a: { [text]: 1 } },
  ];
  for (const object of [...around("\0"), ...around("\ud800")]) expect(takes(object)).toBe(false);
});

test.each([[[]], ["{}"], [1], [true], [null], [undefined]])("%j is no object", (value) => {
  expect(takes(value)).toBe(false);
});

test("65,536 characters of JSON and not one more", () => {
  const padding = (length: number) => ({ a: "x".repeat(length - '{"a":""}'.length) });
  expect(takes(padding(65_536))).toBe(true);
  expect(takes(padding(65_537))).toBe(false);
});
