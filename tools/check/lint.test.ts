import { spawnSync } from "node:child_process";
import { delimiter, resolve } from "node:path";
import { expect, it } from "vitest";
import { writeTree } from "../testing/write-tree.ts";

const root = resolve(import.meta.dirname, "../..");
const tsconfig = JSON.stringify({
  compilerOptions: { strict: true, allowImportingTsExtensions: true, noEmit: true },
});

/** Where the linter looks for what knows the types, whoever started the tests. */
const programs = `${root}/node_modules/.bin${delimiter}${process.env.PATH}`;

/** Lints a small tree with the rules of this repository. Returns the names of the rules that were broken. */
function brokenRules(files: Record<string, string>): readonly string[] {
  const { stdout } = spawnSync(
    process.execPath,
    [`${root}/node_modules/oxlint/bin/oxlint`, "--config", `${root}/.oxlintrc.json`, "--format", "json"],
    { cwd: writeTree({ "tsconfig.json": tsconfig, ...files }), env: { PATH: programs }, encoding: "utf8" },
  );
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { code: string }[] };
  return [...new Set(diagnostics.map(({ code }) => code))];
}

it.each([
  ["eslint(no-unused-vars)", "const unused = 1;\nexport const one = 1;"],
  ["eslint(no-console)", 'console.log("here");'],
  ["eslint(max-lines)", "export const one = [\n".concat("  1,\n".repeat(500), "];")],
  ["typescript(no-floating-promises)", "Promise.resolve(1);"],
  ["typescript(await-thenable)", "const two: number = 2;\nexport const one = await two;"],
  ["typescript(no-misused-promises)", "export const evens = [1, 2].filter(async (n) => n % 2 === 0);"],
  [
    "typescript(switch-exhaustiveness-check)",
    'export function f(kind: "a" | "b"): number {\n  switch (kind) {\n    case "a":\n      return 1;\n  }\n  return 2;\n}',
  ],
])("%s is an error", (rule, source) => {
  expect(brokenRules({ "src/one.ts": `${source}\n` })).toEqual([rule]);
});

it("finds a cycle, of types alone too", () => {
  const files = {
    "src/one.ts": 'import type { Two } from "./two.ts";\nexport interface One {\n  two?: Two;\n}\n',
    "src/two.ts": 'import type { One } from "./one.ts";\nexport interface Two {\n  one?: One;\n}\n',
  };
  expect(brokenRules(files)).toEqual(["import(no-cycle)"]);
});

it("has nothing against plain code", () => {
  expect(brokenRules({ "src/one.ts": "export const one = await Promise.resolve(1);\n" })).toEqual([]);
});
