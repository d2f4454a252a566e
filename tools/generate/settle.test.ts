import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { writeTree } from "../testing/write-tree.ts";
import { settle } from "./settle.ts";

const file = { path: "made/list.txt", write: () => "a\nb\n" };

async function run(tree: Record<string, string>, check: boolean, generated = file) {
  const told: string[] = [];
  const root = writeTree(tree);
  const settled = await settle(generated, { root, check, tell: (line) => told.push(line) });
  return { root, settled, told };
}

test("a file that is what its source says is left alone, without a word", async () => {
  expect(await run({ "made/list.txt": "a\nb\n" }, true)).toMatchObject({ settled: true, told: [] });
});

test("a check finds a stale file, says where, and does not touch it", async () => {
  const { root, settled, told } = await run({ "made/list.txt": "a\nB\n" }, true);
  expect({ settled, told }).toEqual({
    settled: false,
    told: ["made/list.txt is not what its source says; it differs from line 2\n  - B\n  + b"],
  });
  expect(readFileSync(`${root}/made/list.txt`, "utf8")).toBe("a\nB\n");
});

test("a missing file is written, its folder too", async () => {
  const { root, settled } = await run({}, false);
  expect(settled).toBe(true);
  expect(readFileSync(`${root}/made/list.txt`, "utf8")).toBe("a\nb\n");
});

test("a source that cannot be read fails with its reason, in a check and otherwise", async () => {
  const broken = { path: "made/list.txt", write: () => Promise.reject(new Error("no page for x")) };
  for (const check of [true, false]) {
    expect(await run({}, check, broken as never)).toMatchObject({
      settled: false,
      told: [expect.stringContaining("no page for x")],
    });
  }
});
