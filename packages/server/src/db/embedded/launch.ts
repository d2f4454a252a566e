import { setTimeout as delay } from "node:timers/promises";
import { awaitReady } from "./await-ready.ts";
import { programPath } from "./binaries.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import type { Endpoint } from "./endpoint.ts";
import { type Leashed, startOnLeash } from "./leash.ts";
import type { Log } from "./log.ts";
import { startOnWindows } from "./on-windows.ts";
import { clusterName } from "./orphan.ts";
import { dataArgument, type RunPlan } from "./run-as.ts";
import type { ServerLog } from "./server-log.ts";
import { serverSettings, settingArguments } from "./settings.ts";

export interface LaunchOptions {
  readonly cluster: string;
  readonly plan: RunPlan;
  readonly endpoint: Endpoint;
  readonly serverLog: ServerLog;
  readonly log: Log;
}

/** When a killed PostgreSQL leaves children behind, they notice within moments; one in a long query takes longer. */
const FORGOTTEN_CHILDREN = "pre-existing shared memory block";
const FORGOTTEN_CHILDREN_PATIENCE_MS = 10_000;
const RETRY_MS = 50;

/** Starts PostgreSQL on a prepared cluster and waits until it answers. */
export async function launch(options: LaunchOptions): Promise<Leashed> {
  const { endpoint, serverLog, log } = options;
  const giveUpAt = performance.now() + FORGOTTEN_CHILDREN_PATIENCE_MS;
  for (;;) {
    const server = await startServer(options);
    const exit = new AbortController();
    void server.exited.then(() => exit.abort());
    try {
      if (await awaitReady(endpoint.connection, exit.signal, log)) return server;
    } catch (error) {
      await server.release();
      throw error;
    }
    const said = await serverLog.tail(20);
    if (!said.includes(FORGOTTEN_CHILDREN) || performance.now() > giveUpAt) {
      throw new EmbeddedPostgresError(`PostgreSQL did not start (${serverLog.file}):\n${said}`);
    }
    await delay(RETRY_MS);
  }
}

async function startServer({ cluster, plan, endpoint, serverLog }: LaunchOptions): Promise<Leashed> {
  const settings = { ...serverSettings(await clusterName(cluster)), ...endpoint.settings };
  const command = [
    programPath(plan.binaries, "postgres"),
    "-D",
    dataArgument(plan.runAs, cluster),
    ...settingArguments(settings),
  ];
  if (process.platform === "win32")
    return startOnWindows(command, { binaries: plan.binaries, cluster, logFile: serverLog.fd });
  return startOnLeash(command, { runAs: plan.runAs, cwd: cluster, logFile: serverLog.fd });
}
