import { stat } from "node:fs/promises";
import os from "node:os";
import { type Binaries, copyBinaries, programPath } from "./binaries.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import type { Log } from "./log.ts";
import { type RunAs, runProgram } from "./run-program.ts";

export interface RunPlan {
  readonly runAs: RunAs;
  /** The programs to run: the ones given, or a copy that the chosen user can reach. */
  readonly binaries: Binaries;
}

export interface RunPlanOptions {
  readonly binaries: Binaries;
  readonly dataDir: string;
  readonly cluster: string;
  readonly log: Log;
  /** Where the programs are copied to when the chosen user cannot reach them. */
  readonly reachableFolder?: string;
}

const OURSELVES: RunAs = { prefix: [] };

/** `nobody` on Linux. initdb insists on a user that has an account, and this one is everywhere. */
const NOBODY = { uid: 65_534, gid: 65_534 };

/**
 * The kernel still sees root, so folders that only root may enter stay usable; PostgreSQL sees an ordinary
 * user, and has lost every privilege of root by the time it runs.
 */
const NAMESPACE: RunAs = {
  prefix: ["unshare", "--user", `--map-user=${NOBODY.uid}`, `--map-group=${NOBODY.gid}`, "--"],
};

/**
 * Chooses the user. In this order:
 * an ordinary user runs PostgreSQL as itself;
 * root runs it as the owner of an existing cluster, else in a user namespace;
 * root without namespaces (most containers) runs it as `nobody`, which then owns the cluster.
 */
export async function planRun(options: RunPlanOptions): Promise<RunPlan> {
  if (process.platform === "win32") return { runAs: OURSELVES, binaries: options.binaries };
  return process.geteuid?.() === 0 ? planAsRoot(options) : planAsOrdinaryUser(options);
}

async function planAsOrdinaryUser({ binaries, dataDir, cluster }: RunPlanOptions): Promise<RunPlan> {
  const uid = process.geteuid?.() ?? -1;
  const owner = await ownerOf(cluster);
  if (owner && owner.uid !== uid) {
    const right = `Start Tocsin as that user, or give the folder to yours: chown -R ${uid} ${dataDir}`;
    throw new EmbeddedPostgresError(
      `${cluster} belongs to user ${owner.uid}, but this is user ${uid}. ${right}`,
    );
  }
  if (hasAccount()) {
    const obstacle = await findObstacle(OURSELVES, binaries, dataDir);
    if (obstacle !== null) throw cannotRun(binaries, obstacle);
    return { runAs: OURSELVES, binaries };
  }
  // Containers with a made-up uid have no account; a namespace maps it to one.
  const obstacle = await findObstacle(NAMESPACE, binaries, dataDir);
  if (obstacle === null) return { runAs: NAMESPACE, binaries };
  const advice = "Start Tocsin as a user that has one, allow user namespaces, or set DATABASE_URL.";
  throw new EmbeddedPostgresError(
    `User ${uid} has no account on this system, which PostgreSQL insists on (${obstacle}). ${advice}`,
  );
}

async function planAsRoot(options: RunPlanOptions): Promise<RunPlan> {
  const { binaries, dataDir, cluster, log } = options;
  const owner = await ownerOf(cluster);
  if (owner && owner.uid !== 0) return planAsUser(owner, options);

  const obstacle = await findObstacle(NAMESPACE, binaries, dataDir);
  if (obstacle === null) return { runAs: NAMESPACE, binaries };
  const fault = await findObstacle(OURSELVES, binaries, "/");
  if (fault !== null) throw cannotRun(binaries, fault);
  if (process.platform !== "linux") {
    throw new EmbeddedPostgresError(
      "PostgreSQL does not run as root: start Tocsin as an ordinary user, or set DATABASE_URL.",
    );
  }
  log.warn(
    { obstacle, uid: NOBODY.uid },
    `PostgreSQL does not run as root and a user namespace cannot be used: running it as user ${NOBODY.uid}, which will own ${cluster}`,
  );
  return planAsUser(NOBODY, options);
}

async function planAsUser(
  ids: { uid: number; gid: number },
  { binaries, log, reachableFolder = "/var/lib/tocsin" }: RunPlanOptions,
): Promise<RunPlan> {
  const runAs: RunAs = { prefix: [], ids };
  // Its data folder needs no probing: see dataArgument().
  const obstacle = await findObstacle(runAs, binaries, "/");
  if (obstacle === null) return { runAs, binaries };
  const copy = await copyBinaries(binaries, reachableFolder).catch((cause: unknown) => {
    throw cannotRun(binaries, `${obstacle}; copying to ${reachableFolder}: ${String(cause)}`);
  });
  const remaining = await findObstacle(runAs, copy, "/");
  if (remaining !== null) throw cannotRun(copy, remaining);
  log.warn(
    { uid: ids.uid, from: binaries.folder, to: copy.folder },
    "PostgreSQL runs from a copy that its user can reach",
  );
  return { runAs, binaries: copy };
}

/**
 * How a program that was started with its data folder as working directory is told where that folder is. Another user
 * may not be able to walk there by name (a folder below a 0700 home), but the working directory stays open to it.
 */
export function dataArgument(runAs: RunAs, folder: string): string {
  return runAs.ids ? "/proc/self/cwd" : folder;
}

/** Why PostgreSQL cannot run this way, or null when it can: runs it once, standing in `folder`. */
async function findObstacle(runAs: RunAs, binaries: Binaries, folder: string): Promise<string | null> {
  const probe = [
    "/bin/sh",
    "-c",
    'cd "$1" && exec "$2" -V',
    "probe",
    folder,
    programPath(binaries, "postgres"),
  ];
  const { code, output } = await runProgram(probe, { runAs, cwd: "/" });
  return code === 0 ? null : output.trim() || `exit code ${code}`;
}

function cannotRun(binaries: Binaries, obstacle: string): EmbeddedPostgresError {
  const advice =
    "The programs need a system with glibc (not musl), reachable by the user that runs them; or set DATABASE_URL.";
  return new EmbeddedPostgresError(`PostgreSQL cannot run from ${binaries.folder}: ${obstacle}. ${advice}`);
}

async function ownerOf(folder: string): Promise<{ uid: number; gid: number } | null> {
  return stat(folder).then(
    ({ uid, gid }) => ({ uid, gid }),
    () => null,
  );
}

function hasAccount(): boolean {
  try {
    os.userInfo();
    return true;
  } catch {
    return false;
  }
}
