import { spawn } from "node:child_process";
import { once } from "node:events";
import { type Binaries, programPath } from "./binaries.ts";
import type { Leashed } from "./leash.ts";
import { programEnvironment, runProgram } from "./run-program.ts";

/**
 * Windows has no signals and needs no leash: Node puts its children into a job that ends with it, PostgreSQL's own
 * children notice that their parent has gone, and a hidden console keeps Ctrl-C away.
 */
export async function startOnWindows(
  command: readonly string[],
  options: { binaries: Binaries; cluster: string; logFile: number },
): Promise<Leashed> {
  const [program, ...args] = command as [string, ...string[]];
  const child = spawn(program, args, {
    cwd: options.cluster,
    env: programEnvironment(),
    windowsHide: true,
    stdio: ["ignore", options.logFile, options.logFile],
  });
  await once(child, "spawn");
  const exited = once(child, "exit").then(([code]) => code as number | null);
  return {
    exited,
    async release() {
      await stopOnWindows(options.binaries, options.cluster);
      child.kill();
      await exited;
    },
  };
}

/**
 * Stops whatever serves this cluster, politely, then at once. pg_ctl speaks through a pipe that only PostgreSQL has,
 * so a stale postmaster.pid cannot make it hit another process. That nothing runs is no error.
 */
export async function stopOnWindows(binaries: Binaries, cluster: string): Promise<void> {
  for (const [mode, seconds] of [
    ["fast", 3],
    ["immediate", 6],
  ] as const) {
    const command = [programPath(binaries, "pg_ctl"), "stop", "-D", cluster, "-m", mode, "-t", `${seconds}`];
    const { code } = await runProgram(command, { runAs: { prefix: [] }, cwd: cluster });
    if (code === 0) return;
  }
}
