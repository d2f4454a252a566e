import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import type { EmbeddedPostgres } from "../index.ts";

/** Starts a Tocsin of its own process group, as `ids` if given. It is killed at the end of the test at the latest. */
export function spawnTocsin(dataDir: string, ids: { uid?: number; gid?: number } = {}): ChildProcess {
  const program = fileURLToPath(new URL("./tocsin.ts", import.meta.url));
  const tocsin = spawn(process.execPath, [program, dataDir], {
    ...ids,
    cwd: "/",
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => kill(tocsin));
  return tocsin;
}

/** Resolves when its PostgreSQL answers. */
export async function connectionOf(tocsin: ChildProcess): Promise<EmbeddedPostgres["connection"]> {
  if (!tocsin.stdout) throw new Error("its output is not captured");
  const lines = createInterface(tocsin.stdout);
  const [line] = (await Promise.race([once(lines, "line"), once(lines, "close")])) as [string | undefined];
  if (line === undefined) throw new Error("it ended before its PostgreSQL answered");
  return JSON.parse(line) as EmbeddedPostgres["connection"];
}

/** As `kill -9`: it gets no chance to clean up. */
export async function kill(tocsin: ChildProcess): Promise<void> {
  if (tocsin.exitCode !== null || tocsin.signalCode !== null) return;
  const exited = once(tocsin, "exit");
  tocsin.kill("SIGKILL");
  await exited;
}
