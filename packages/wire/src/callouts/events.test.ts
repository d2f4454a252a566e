import * as fc from "fast-check";
import { expect, test } from "vitest";
import { tagsOf } from "./events.ts";

test.each([
  ["@a", ["@a"]],
  ["(@a), @a. @b!", ["@a", "@b"]],
  ["@fire-brigade @v1.2 @-x @.x", ["@fire-brigade", "@v1.2"]],
  ["@安全 @Büro_2 @متجر", ["@安全", "@Büro_2", "@متجر"]],
  ["a@b.example x.y+z@b.example @@a @", ["@a"]],
  ["", []],
])("tags of %j", (text, tags) => {
  expect(tagsOf(text)).toEqual(tags.map((tag, index) => ({ id: index + 1, tag })));
});

test("each tag stands in the text, once in the list, numbered from 1", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const tags = tagsOf(text);
      for (const { tag } of tags) expect(text).toContain(tag);
      expect(new Set(tags.map(({ tag }) => tag)).size).toBe(tags.length);
      expect(tags.map(({ id }) => id)).toEqual(tags.map((_, index) => index + 1));
    }),
  );
});

test("a long text takes no time that grows with its square", () => {
  const text = "@a-".repeat(100_000);
  expect(tagsOf(text)).toEqual([{ id: 1, tag: "@a" }]);
});
