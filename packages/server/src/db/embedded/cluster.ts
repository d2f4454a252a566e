import { execFile } from "node:child_process";
import { mkdtemp, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { majorVersion, programPath } from "./binaries.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import type { Log } from "./log.ts";
import { dataArgument, type RunPlan } from "./run-as.ts";
import { runProgram } from "./run-program.ts";

/** The role that owns everything in the cluster. */
export const SUPERUSER = "tocsin";

const UNFINISHED_PREFIX = "postgres.unfinished-";

export interface ClusterOptions {
  readonly cluster: string;
  readonly plan: RunPlan;
  /** File with the superuser's password; only where connections come over TCP. */
  readonly passwordFile?: string | undefined;
  readonly log: Log;
}

/**
 * Makes sure that `cluster` is a whole PostgreSQL cluster of our major version that the chosen user may use.
 * A new one grows under another name and gets its own when it is whole, so a kill in the middle leaves
 * rubbish to sweep, never half a cluster.
 */
export async function prepareCluster(options: ClusterOptions): Promise<void> {
  const { cluster, plan, log } = options;
  await sweepUnfinished(path.dirname(cluster), log);
  const found = await readFile(path.join(cluster, "PG_VERSION"), "utf8").catch(() => null);
  const ours = majorVersion(plan.binaries);
  if (found === null) await createCluster(options);
  else if (found.trim() !== ours) throw otherMajor(cluster, found.trim(), ours);
  else await giveTo(plan.runAs.ids, cluster);
}

async function createCluster({ cluster, plan, passwordFile, log }: ClusterOptions): Promise<void> {
  const { runAs, binaries } = plan;
  const startedAt = performance.now();
  const parent = path.dirname(cluster);
  const unfinished = await mkdtemp(path.join(parent, UNFINISHED_PREFIX));
  await giveTo(runAs.ids, unfinished);
  const command = [
    programPath(binaries, "initdb"),
    `--pgdata=${dataArgument(runAs, unfinished)}`,
    `--username=${SUPERUSER}`,
    "--encoding=UTF8",
    // The host's locale must not decide how names sort; the built-in provider still knows that Ö is the capital of ö.
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--data-checksums",
    "--auth-local=trust",
    "--auth-host=scram-sha-256",
    ...(passwordFile === undefined ? [] : [`--pwfile=${passwordFile}`]),
    "--no-instructions",
  ];
  const { code, output } = await runProgram(command, { runAs, cwd: unfinished });
  if (code !== 0) {
    await rm(unfinished, { recursive: true, force: true });
    throw new EmbeddedPostgresError(
      `PostgreSQL could not create its cluster in ${cluster}: ${output.trim()}`,
    );
  }
  await rename(unfinished, cluster);
  await syncFolder(parent);
  log.info({ cluster, ms: Math.round(performance.now() - startedAt) }, "created the PostgreSQL cluster");
}

/** Rubbish must not stop a start: what cannot be swept now is swept next time. */
async function sweepUnfinished(dataDir: string, log: Log): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (!name.startsWith(UNFINISHED_PREFIX)) continue;
    const folder = path.join(dataDir, name);
    await rm(folder, { recursive: true, force: true }).then(
      () => log.warn({ folder }, "swept a PostgreSQL cluster whose creation was cut short"),
      (error: unknown) => log.warn({ folder, err: error }, "could not sweep a half-made PostgreSQL cluster"),
    );
  }
}

async function giveTo(ids: { uid: number; gid: number } | undefined, folder: string): Promise<void> {
  if (!ids || (await stat(folder)).uid === ids.uid) return;
  await promisify(execFile)("chown", ["-R", "-h", `${ids.uid}:${ids.gid}`, folder]);
}

/** Without this a power cut right after could undo the rename. */
async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open folders, and keeps its own journal of names.
  if (process.platform === "win32") return;
  await using handle = await open(folder, "r");
  await handle.sync();
}

function otherMajor(cluster: string, found: string, ours: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `${cluster} was made by PostgreSQL ${found}, but this Tocsin brings PostgreSQL ${ours}, which cannot open it. ` +
      `Start the Tocsin that made it and export the data, or set DATABASE_URL to a PostgreSQL ${found} that serves this folder.`,
  );
}
