import { execFile } from "node:child_process";
import { readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import type { Log } from "./log.ts";

/** From gentle to certain, with the time each is given. Immediate shutdown and KILL lose nothing that was committed. */
const STEPS = [
  { signal: "SIGINT", patienceMs: 3000 },
  { signal: "SIGQUIT", patienceMs: 3000 },
  { signal: "SIGKILL", patienceMs: 2000 },
] as const;

const POLL_MS = 10;

/**
 * A name that tells this cluster's PostgreSQL from every other process. It stands on the command line, which is readable
 * where /proc/<pid>/cwd and exe are not, and is made of the folder's inode, so that a move does not change it.
 */
export async function clusterName(cluster: string): Promise<string> {
  const { ino } = await stat(cluster, { bigint: true });
  return `tocsin-${ino}`;
}

/**
 * Stops a PostgreSQL that an earlier Tocsin left behind on this cluster. The caller holds the data folder, so whatever
 * still runs here has lost its owner.
 */
export async function stopOrphan(cluster: string, log: Log): Promise<void> {
  const pid = await recordedPid(cluster);
  if (pid === null) return;
  const mark = `cluster_name=${await clusterName(cluster)}`;
  const isOurs = async () => (await commandLine(pid)).includes(mark);

  if (await isOurs()) {
    log.warn({ pid }, "a PostgreSQL of an earlier run is still alive: stopping it");
    await stopStepwise(pid, isOurs);
  } else if (isAlive(pid)) {
    // Somebody else's process has the number by now, and PostgreSQL would believe that it is itself. Its own
    // check of the shared memory, keyed by the folder's inode, still guards against a forgotten backend.
    await rm(path.join(cluster, "postmaster.pid"), { force: true });
    await rm(path.join(cluster, ".s.PGSQL.5432.lock"), { force: true });
  }
}

async function stopStepwise(pid: number, isRunning: () => Promise<boolean>): Promise<void> {
  for (const { signal, patienceMs } of STEPS) {
    if (isAlive(pid)) process.kill(pid, signal);
    const until = performance.now() + patienceMs;
    while (performance.now() < until) {
      if (!(await isRunning())) return;
      await delay(POLL_MS);
    }
  }
  throw new EmbeddedPostgresError(
    `PostgreSQL of an earlier run (pid ${pid}) cannot be stopped; end it, then start again.`,
  );
}

async function recordedPid(cluster: string): Promise<number | null> {
  const text = await readFile(path.join(cluster, "postmaster.pid"), "utf8").catch(() => "");
  const pid = Number.parseInt(text, 10);
  return pid > 0 ? pid : null;
}

/** Empty when there is no such process (or only its zombie). */
async function commandLine(pid: number): Promise<string> {
  if (process.platform === "linux") return readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  const listed = promisify(execFile)("ps", ["-ww", "-o", "command=", "-p", `${pid}`]);
  return listed.then(
    ({ stdout }) => stdout,
    () => "",
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
