import { text } from "node:stream/consumers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { streamJsonArray } from "./json-stream.ts";

test("However the items are cut into pages, one JSON array arrives", async () => {
  const items = fc.array(fc.array(fc.jsonValue({ stringUnit: "binary" })));
  await fc.assert(
    fc.asyncProperty(items, async (pages) => {
      expect(JSON.parse(await text(streamJsonArray(each(pages))))).toEqual(
        JSON.parse(JSON.stringify(pages.flat())),
      );
    }),
  );
});

test("A page that fails fails the stream: a cut list never looks whole", async () => {
  async function* failing() {
    yield [1, 2];
    throw new Error("the database went away");
  }
  await expect(text(streamJsonArray(failing()))).rejects.toThrow("the database went away");
});

async function* each<T>(pages: readonly T[]): AsyncGenerator<T> {
  yield* pages;
}
