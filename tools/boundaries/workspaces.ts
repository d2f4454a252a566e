import { globSync, readFileSync } from "node:fs";
import { dirname, posix } from "node:path";

/** A package of this repository: its folder from the root, and the file behind each path it exports. */
export interface Workspace {
  readonly name: string;
  readonly folder: string;
  /** `"."` → `packages/domain/src/index.ts` */
  readonly exports: ReadonlyMap<string, string>;
}

interface Manifest {
  readonly name: string;
  readonly workspaces?: readonly string[];
  readonly exports?: Readonly<Record<string, string>>;
}

/** The workspaces that the `package.json` of `root` lists. */
export function readWorkspaces(root: string): readonly Workspace[] {
  const patterns = readManifest(`${root}/package.json`).workspaces ?? [];
  return globSync(
    patterns.map((pattern) => `${pattern}/package.json`),
    { cwd: root },
  ).map((path) => {
    const folder = dirname(path);
    const { name, exports = {} } = readManifest(`${root}/${path}`);
    const files = Object.entries(exports).map(([key, file]) => [key, posix.join(folder, file)] as const);
    return { name, folder, exports: new Map(files) };
  });
}

function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(path, "utf8")) as Manifest;
}
