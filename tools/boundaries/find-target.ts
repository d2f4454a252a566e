import { isBuiltin } from "node:module";
import { posix } from "node:path";
import type { Workspace } from "./workspaces.ts";

/**
 * What an import reaches, in the words of the rules: `node`, `npm:<package>`, or a path from the root.
 * A path that a workspace does not export stays as it was written (`@tocsin/wire/src/inner.ts`), which no rule lists.
 */
export function findTarget(file: string, specifier: string, workspaces: readonly Workspace[]): string {
  if (isBuiltin(specifier)) return "node";
  if (specifier.startsWith(".")) return posix.join(posix.dirname(file), specifier);
  const name = packageName(specifier);
  const workspace = workspaces.find((candidate) => candidate.name === name);
  if (!workspace) return `npm:${name}`;
  return workspace.exports.get(`.${specifier.slice(name.length)}`) ?? specifier;
}

/** The workspace a path lies in; none for the root's own files and folders. */
export function workspaceOf(path: string, workspaces: readonly Workspace[]): Workspace | undefined {
  return workspaces.find(({ folder }) => path.startsWith(`${folder}/`));
}

/** `@fastify/cors/types` → `@fastify/cors`, `zod/mini` → `zod` */
function packageName(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
