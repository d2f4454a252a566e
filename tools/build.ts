import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildClientPackage } from "./build/client-package.ts";

/**
 * `npm run build`: what a release consists of, in dist/.
 * - The archive of the commit that is checked out, and its checksum. Nothing is compiled; whoever unpacks it has what a
 *   clone has, and `npm start` does the rest.
 * - The client as a package for npm.
 */
const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
const name = `tocsin-${version}.tar.gz`;
const archive = execFileSync("git", ["archive", "--format=tar.gz", `--prefix=tocsin-${version}/`, "HEAD"], {
  maxBuffer: 256 * 1024 * 1024,
});
mkdirSync("dist", { recursive: true });
writeFileSync(`dist/${name}`, archive);
writeFileSync(`dist/${name}.sha256`, `${createHash("sha256").update(archive).digest("hex")}  ${name}\n`);
process.stdout.write(`dist/${name} (${Math.round(archive.length / 1024)} KiB)\n`);

const folder = mkdtempSync(join(tmpdir(), "tocsin-client-"));
buildClientPackage(folder);
const packed = execFileSync("npm", ["pack", "--silent", "--pack-destination", resolve("dist")], {
  cwd: folder,
  encoding: "utf8",
});
rmSync(folder, { recursive: true });
process.stdout.write(`dist/${packed.trim()}\n`);
