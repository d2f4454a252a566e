import { expect, it } from "vitest";
import { writeTree } from "../testing/write-tree.ts";
import { readImports } from "./read-imports.ts";

function importsOf(source: string) {
  return readImports(`${writeTree({ "file.ts": source })}/file.ts`);
}

it.each([
  ['import a from "./a.ts";', false],
  ['import * as a from "./a.ts";', false],
  ['import "./a.ts";', false],
  ['import { type A, b } from "./a.ts";', false],
  ['export { a } from "./a.ts";', false],
  ['export * from "./a.ts";', false],
  ['const a = await import("./a.ts");', false],
  ['import type { A } from "./a.ts";', true],
  ['import { type A, type B } from "./a.ts";', true],
  ['export type { A } from "./a.ts";', true],
  ['export { type A } from "./a.ts";', true],
  ['export type * from "./a.ts";', true],
  ['let a: import("./a.ts").A;', true],
])("finds %s", (source, typeOnly) => {
  expect(importsOf(source)).toEqual([{ specifier: "./a.ts", literal: true, typeOnly, line: 1 }]);
});

it("tells the line of each import", () => {
  expect(importsOf('import "./a.ts";\n\nimport "./b.ts";\n').map(({ line }) => line)).toEqual([1, 3]);
});

it("marks an import of which only the running program knows what it reaches", () => {
  const found = importsOf("await import(`./${process.argv[2]}.ts`);");
  expect(found).toEqual([
    { specifier: "`./${process.argv[2]}.ts`", literal: false, typeOnly: false, line: 1 },
  ]);
});

it("takes no text in a comment or a string for an import", () => {
  expect(
    importsOf('// import "./a.ts"\nexport const text = \'import "./a.ts"\';\nexport { text as b };'),
  ).toEqual([]);
});

it("refuses a file that does not parse, and names it", () => {
  expect(() => importsOf("import {")).toThrow(/file\.ts does not parse/);
});
