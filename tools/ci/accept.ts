import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type RunningCommand, runCommand, startCommand } from "./run-command.ts";
import { settle, type Tally, tallyOfText } from "./tally.ts";

const startLimitSeconds = 60;

/** Starts the server as a newcomer does, with nothing but an empty folder, and runs the acceptance profiles against it. */
export async function accept(profiles: readonly string[], minutes: number): Promise<readonly Tally[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), "tocsin-accept-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = startCommand(["npm", "start"], { TOCSIN_DATA: dataFolder, TOCSIN_PORT: String(port) });
  try {
    if (!(await isReady(url, server))) {
      console.log(`the server ended, or was not ready within ${startLimitSeconds} s`);
      return [{ passed: 0, failed: 1 }];
    }
    const tallies: Tally[] = [];
    for (const profile of profiles) {
      const command = ["npm", "run", "accept", "--", "--base-url", url, "--profile", profile];
      const { succeeded, output } = await runCommand(command, minutes);
      tallies.push(settle(tallyOfText(output), succeeded));
    }
    return tallies;
  } finally {
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function isReady(url: string, server: RunningCommand): Promise<boolean> {
  const ended = new AbortController();
  void server.ended.then(() => ended.abort());
  const signal = AbortSignal.any([ended.signal, AbortSignal.timeout(startLimitSeconds * 1000)]);
  while (!signal.aborted) {
    const answer = await fetch(`${url}/readyz`, { signal }).catch(() => undefined);
    if (answer?.ok) return true;
    await wait(200);
  }
  return false;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
