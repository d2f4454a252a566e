import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { programEnvironment, type RunAs } from "./run-program.ts";

/**
 * PostgreSQL must not outlive us, however we end. A shell of a few lines stands between: it holds the reading end of a
 * pipe whose writing end only this process has, and stops PostgreSQL when the pipe closes. The kernel closes it
 * on `kill -9` too, so there is one way to stop, and every orderly stop tests it.
 *
 * Considered: PR_SET_PDEATHSIG (Linux only, lost when credentials change, bound to a thread), polling the parent's
 * pid (late, and pids are reused), a watchdog in Node (40 MB).
 *
 * The steps: fast shutdown (INT), after 3 s immediate shutdown (QUIT: loses nothing, the next start replays the log),
 * after 6 s more KILL. Signals meant for the whole session, as service managers send them, are ignored
 * here, since dying of one would cut the leash; PostgreSQL installs its own handlers. USR1 dismisses the
 * watcher and its sleep, the only ones in the process group that do not ignore it.
 */
const LEASH = `
trap '' HUP INT TERM USR1
"$@" 3<&- &
postgres=$!
{
  trap - USR1
  read -r _ <&3
  kill -INT "$postgres" && sleep 3 && kill -QUIT "$postgres" && sleep 6 && kill -KILL "$postgres"
} 2>/dev/null &
exec 3<&-
wait "$postgres"
code=$?
kill -USR1 0
exit "$code"
`;

/** Longer than every step of the leash together. */
const LEASH_LIMIT_MS = 12_000;

export interface Leashed {
  /** PostgreSQL's exit code; null when something killed the leash. */
  readonly exited: Promise<number | null>;
  /** Lets go: PostgreSQL shuts down, at first politely. Resolves when it has gone. */
  release(): Promise<void>;
}

/** Starts PostgreSQL on the leash; what it prints goes to the open file `logFile`. */
export async function startOnLeash(
  command: readonly string[],
  options: { runAs: RunAs; cwd: string; logFile: number },
): Promise<Leashed> {
  const child = spawn("/bin/sh", ["-c", LEASH, "tocsin-leash", ...options.runAs.prefix, ...command], {
    ...options.runAs.ids,
    cwd: options.cwd,
    env: programEnvironment(),
    // Its own session: a Ctrl-C in the terminal reaches the server, which drains and then lets go; and the leash's
    // `kill 0` reaches its own process group alone.
    detached: true,
    stdio: ["ignore", options.logFile, options.logFile, "pipe"],
  } satisfies SpawnOptions);
  await once(child, "spawn");
  const leash = child.stdio[3];
  // A leash that is killed may reset its end of the pipe; its exit says so already.
  leash?.on("error", () => {});
  const exited = exitOf(child);
  return {
    exited,
    async release() {
      leash?.destroy();
      const limit = AbortSignal.timeout(LEASH_LIMIT_MS);
      await Promise.race([exited, once(limit, "abort")]);
      // The leash itself hangs (a stopped process, a dead disk): nothing gentle is left.
      if (limit.aborted) child.kill("SIGKILL");
    },
  };
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, "exit")) as [number | null];
  // The leash was killed. PostgreSQL would run on unheld, and the watcher would later signal a pid that is no longer its.
  if (code === null) killGroup(child.pid);
  return code;
}

function killGroup(leader: number | undefined): void {
  try {
    if (leader !== undefined) process.kill(-leader, "SIGKILL");
  } catch {
    // Nobody is left in it.
  }
}
