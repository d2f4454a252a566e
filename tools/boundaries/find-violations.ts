import { globSync } from "node:fs";
import { matchesGlob, sep } from "node:path";
import { findTarget, workspaceOf } from "./find-target.ts";
import { type Import, readImports } from "./read-imports.ts";
import type { Rule } from "./rules.ts";
import { readWorkspaces, type Workspace } from "./workspaces.ts";

/** An import that no rule allows. */
export interface Violation {
  readonly file: string;
  readonly line: number;
  readonly specifier: string;
  /** What was wrong with it, and what would be right. */
  readonly rule: string;
}

/** Reads all the code below `root` and names each import that no rule allows, in the order of the files. */
export function findViolations(root: string, rules: readonly Rule[]): readonly Violation[] {
  const workspaces = readWorkspaces(root);
  return codeFiles(root).flatMap((file) => {
    const own = rules.filter((rule) => matchesGlob(file, rule.files));
    return readImports(`${root}/${file}`).flatMap((found) => {
      const rule = brokenRule(file, found, own, workspaces);
      return rule ? [{ file, line: found.line, specifier: found.specifier, rule }] : [];
    });
  });
}

function codeFiles(root: string): readonly string[] {
  const exclude = ["**/node_modules", "**/dist", "**/coverage"];
  return globSync("**/*.{ts,tsx,mts,js,mjs}", { cwd: root, exclude })
    .map((path) => path.replaceAll(sep, "/"))
    .toSorted();
}

function brokenRule(
  file: string,
  found: Import,
  own: readonly Rule[],
  workspaces: readonly Workspace[],
): string | undefined {
  if (own.length === 0) return "no rule names this file: give its folder a row in tools/boundaries/rules.ts";
  if (own.some((rule) => rule.mayImport.includes("**"))) return undefined;
  const rooms = own.map((rule) => rule.room).join(", ");
  if (!found.literal)
    return `${rooms}: an import must be a plain string, else nobody can tell what it reaches`;

  const target = findTarget(file, found.specifier, workspaces);
  const here = workspaceOf(file, workspaces);
  const there = workspaceOf(target, workspaces);
  if (found.specifier.startsWith(".") && here && there && here !== there) {
    return `${rooms}: a relative path must not leave its package; import it as ${there.name}`;
  }
  if (own.some((rule) => allows(rule, target, found.typeOnly))) return undefined;
  return `${rooms} may not import ${target}`;
}

function allows(rule: Rule, target: string, typeOnly: boolean): boolean {
  const listed = [rule.files, ...rule.mayImport, ...(typeOnly ? (rule.mayImportTypes ?? []) : [])];
  return listed.some((pattern) => matchesGlob(target, pattern));
}
