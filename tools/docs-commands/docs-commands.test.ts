import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type NodeProcess, spawnNode } from "../../packages/testkit/src/index.ts";
import { findDifferences } from "./find-differences.ts";
import { readCommands, readFiles } from "./read-commands.ts";
import { runCommands } from "./run-commands.ts";

const root = resolve(import.meta.dirname, "../..");
const files = [
  "README.md",
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" }).map((file) => `docs/${file}`),
];
const pages = files
  .filter((file) => file.endsWith(".md"))
  .map((file) => ({ file, text: readFileSync(join(root, file), "utf8") }))
  .map(({ file, text }) => ({ file, commands: readCommands(text), programs: readFiles(text) }))
  .filter(({ commands }) => commands.length > 0);

describe("on a system that was just started, every command works and answers as shown", () => {
  const folder = mkdtempSync(join(tmpdir(), "tocsin-docs-data-"));
  let node: NodeProcess | undefined;

  beforeAll(async () => {
    // pages about webhooks have their receiver on this machine
    node = await spawnNode(folder, { TOCSIN_OUTBOUND_ALLOW: "127.0.0.1" });
  });
  afterAll(async () => {
    await node?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(pages)("$file", ({ commands, programs }) => {
    expect(() => runCommands(commands, node?.address ?? "", programs)).not.toThrow();
  });
});

describe("reading a page", () => {
  it("takes what is marked to be run, with the answer after it, and leaves what is only shown", () => {
    const page =
      "```sh\nnpm start\n```\n\n```bash run\necho 1\n```\n\n```json answer\n1\n```\n\n```bash run\ntrue\n```\n";
    expect(readCommands(page)).toEqual([{ script: "echo 1\n", answer: 1 }, { script: "true\n" }]);
  });

  it("refuses what could be run and is not marked so, and an answer to nothing", () => {
    expect(() => readCommands("```bash\necho 1\n```\n")).toThrow("mark it");
    expect(() => readCommands("```sh\ncurl http://127.0.0.1\n```\n")).toThrow("mark it");
    expect(() => readCommands("```json answer\n1\n```\n")).toThrow("without a command");
  });
});

describe("programs of a page", () => {
  it("are the blocks that carry a file's name, whatever they are written in", () => {
    const page =
      "```js a.mjs\n1;\n```\n\n```python b.py\nprint(2)\n```\n\n```ts run\n3;\n```\n```bash run\n4\n```\n";
    expect(readFiles(page)).toEqual([
      { name: "a.mjs", text: "1;\n" },
      { name: "b.py", text: "print(2)\n" },
    ]);
    expect(readCommands(page)).toEqual([{ script: "4\n" }]);
  });

  it("are there for its commands", () => {
    const files = [{ name: "a.txt", text: "hello\n" }];
    expect(() => runCommands([{ script: 'test "$(cat a.txt)" = hello\n' }], "", files)).not.toThrow();
  });
});

describe("running commands", () => {
  it("fails with the command that failed", () => {
    expect(() => runCommands([{ script: "true\n" }, { script: "echo before; false\n" }], "")).toThrow(
      "echo before; false",
    );
  });

  it("keeps variables from one command to the next", () => {
    expect(() => runCommands([{ script: "A=1\n" }, { script: 'test "$A" = 1\n' }], "")).not.toThrow();
  });

  it("fails when the answer is no JSON, or of another shape than shown", () => {
    expect(() => runCommands([{ script: "echo no\n", answer: {} }], "")).toThrow("did not answer JSON");
    expect(() => runCommands([{ script: "echo '{\"a\": 1}'\n", answer: { a: "1" } }], "")).toThrow(
      "answer.a",
    );
  });
});

describe("an answer differs from the one shown", () => {
  it.each([
    ["by a member too few", { a: 1, b: 2 }, { a: 1 }, ["answer.b is shown and not there"]],
    ["by a member too many", { a: 1 }, { a: 1, b: 2 }, ["answer.b is there and not shown"]],
    ["by a type", { a: { b: "x" } }, { a: { b: null } }, ["answer.a.b is shown as string and is null"]],
    ["by an item of a list", [1], [1, "2"], ["answer[1] is shown as number and is string"]],
    ["by an empty list", [1], [], ["answer is shown with items and is empty"]],
    ["not by values", { a: [1], b: "x" }, { a: [2, 3], b: "y" }, []],
  ])("%s", (_how, shown, actual, differences) => {
    expect(findDifferences(shown, actual)).toEqual(differences);
  });
});
