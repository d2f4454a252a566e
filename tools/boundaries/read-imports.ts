import { readFileSync } from "node:fs";
import { type Expression, parseSync, Visitor } from "oxc-parser";

/** One `import` or `export … from` as it stands in a file. */
export interface Import {
  /** What stands between the quotes, or the source of an expression that is not a plain string. */
  readonly specifier: string;
  /** False for `import(expression)`, of which nobody can say beforehand what it brings in. */
  readonly literal: boolean;
  readonly typeOnly: boolean;
  readonly line: number;
}

/**
 * Every import of a file: static, re-exported, type-only, dynamic and `import("…").Type`.
 * @throws Error when the file does not parse
 */
export function readImports(path: string): readonly Import[] {
  const source = readFileSync(path, "utf8");
  const { program, errors } = parseSync(path, source);
  if (errors[0]) throw new Error(`${path} does not parse: ${errors[0].message}`);

  const imports: Import[] = [];
  const note = (from: Expression, typeOnly: boolean) => {
    const literal = from.type === "Literal" && typeof from.value === "string";
    imports.push({
      specifier: literal ? from.value : source.slice(from.start, from.end),
      literal,
      typeOnly,
      line: source.slice(0, from.start).split("\n").length,
    });
  };
  new Visitor({
    ImportDeclaration: ({ source: from, importKind, specifiers }) => {
      const kinds = specifiers.map((name) => (name.type === "ImportSpecifier" ? name.importKind : "value"));
      note(from, isTypeOnly(importKind, kinds));
    },
    ExportNamedDeclaration: ({ source: from, exportKind, specifiers }) => {
      const kinds = specifiers.map((name) => name.exportKind);
      if (from) note(from, isTypeOnly(exportKind, kinds));
    },
    ExportAllDeclaration: (node) => note(node.source, node.exportKind === "type"),
    ImportExpression: (node) => note(node.source, false),
    TSImportType: (node) => note(node.source, true),
  }).visit(program);
  return imports;
}

type Kind = "type" | "value" | undefined;

/** `import type { A }` and `import { type A, type B }`; `import "./a.ts"` brings in no name, and runs the file. */
function isTypeOnly(statement: Kind, names: readonly Kind[]): boolean {
  return statement === "type" || (names.length > 0 && names.every((kind) => kind === "type"));
}
