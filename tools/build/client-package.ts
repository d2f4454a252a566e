import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");
const source = join(root, "packages/client");

/**
 * Writes the client as others install it: JavaScript and declarations, without a dependency.
 * @param folder becomes the package; made when it is not there
 */
export function buildClientPackage(folder: string): void {
  mkdirSync(folder, { recursive: true });
  execFileSync(process.execPath, [
    join(root, "node_modules/typescript/bin/tsc"),
    "-p",
    join(source, "tsconfig.build.json"),
    "--outDir",
    join(folder, "dist"),
  ]);
  const { private: _, devDependencies: __, ...kept } = readManifest();
  const manifest = {
    ...kept,
    exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } },
    engines: { node: ">=20" },
    sideEffects: false,
  };
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  copyFileSync(join(source, "README.md"), join(folder, "README.md"));
  copyFileSync(join(root, "LICENSE"), join(folder, "LICENSE"));
}

function readManifest(): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(join(source, "package.json"), "utf8")) as Record<string, unknown>;
}
