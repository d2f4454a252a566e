import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Database, migrate } from "@tocsin/server";
import { startOwnDatabase } from "../ground/own-database.ts";
import type { BenchSupplier } from "../ground/supplier.ts";
import { closedLoop } from "../load/closed-loop.ts";
import { openLoop } from "../load/open-loop.ts";
import type { Report } from "../report.ts";
import { type FixBodies, prepareBodies } from "./fix-bodies.ts";
import { addFleet } from "./fleet.ts";
import { positionsReport, type Round, type StoringDelay } from "./positions-report.ts";
import type { ProbeResult } from "./probe-nearest.ts";

export interface BenchOptions {
  readonly rounds: number;
  readonly seconds: number;
}

const connections = 4;
const offeredFixes = 25_000;
/** Everybody is seen at least once before anything is counted. */
const warmUpSeconds = 6;

/** How many positions one node takes over HTTP, and how soon it finds the nearest of a hundred thousand meanwhile. */
export async function benchPositions({ rounds, seconds }: BenchOptions): Promise<Report> {
  await using stack = new AsyncDisposableStack();
  const { db, url, folder } = await startOwnDatabase(stack);
  await migrate(db);
  const fleet = await addFleet(db);
  const node = stack.adopt(await startNode(join(folder, "node"), url), ({ end }) => end());
  const bodies = prepareBodies(fleet, await signIn(node.address, fleet));
  const load = { port: Number(new URL(node.address).port), expected: 202, next: bodies.next };

  await closedLoop({ ...load, seconds: warmUpSeconds, connections });
  await allAccepted(node.address, bodies);
  await db.query({ text: "analyze" });
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    await node.probe();
    const closed = await closedLoop({ ...load, seconds, connections });
    const whileClosed = await node.probe();
    const offered = await openLoop({ ...load, seconds, rate: offeredFixes / bodies.fixesPerBody });
    const whileOffered = await node.probe();
    const storedAfter = await delayOnDisk(db);
    measured.push({ closed, whileClosed, offered, whileOffered, storedAfter });
  }
  return positionsReport(measured, { connections, offeredFixes, fixesPerBody: bodies.fixesPerBody });
}

interface ProbedNode {
  readonly address: string;
  /** What was found since the last call. */
  probe(): Promise<ProbeResult>;
  end(): Promise<void>;
}

async function startNode(dataFolder: string, databaseUrl: string): Promise<ProbedNode> {
  const child = fork(fileURLToPath(new URL("./probed-node.ts", import.meta.url)), {
    env: {
      PATH: process.env.PATH,
      TOCSIN_DATA: dataFolder,
      TOCSIN_HOST: "127.0.0.1",
      TOCSIN_PORT: "0",
      TOCSIN_DEMO: "0",
      TOCSIN_LOG_LEVEL: "warn",
      DATABASE_URL: databaseUrl,
    },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  return {
    address: await readAddress(child),
    async probe() {
      child.send("what did you find?");
      const [found] = (await once(child, "message")) as [ProbeResult];
      return found;
    },
    async end() {
      const exited = once(child, "exit");
      // what it has not written yet is of no use to anybody
      child.kill("SIGKILL");
      await exited;
    },
  };
}

async function readAddress(child: ChildProcess): Promise<string> {
  const found = Promise.withResolvers<string>();
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    output += chunk.toString();
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
    if (address) found.resolve(address);
  });
  child.once("exit", () => found.reject(new Error(`the node did not start:\n${output}`)));
  return found.promise;
}

async function signIn(address: string, { id: supplierId, secret }: BenchSupplier): Promise<string> {
  const response = await fetch(`${address}/responder/v1/fleet/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ supplierId, secret }),
  });
  if (response.status !== 201) throw new Error(`signing in was answered ${response.status}`);
  return ((await response.json()) as { accessToken: string }).accessToken;
}

/** A status says little: that what is measured is work done, one answer is read for. */
async function allAccepted(address: string, { next, fixesPerBody }: FixBodies): Promise<void> {
  const [head = "", body = ""] = next().split("\r\n\r\n");
  const authorization = /authorization: (.*)\r/.exec(head)?.[1] ?? "";
  const headers = { authorization, "content-type": "application/json" };
  const response = await fetch(`${address}/responder/v1/fleet/positions`, { method: "POST", headers, body });
  const { accepted } = (await response.json()) as { accepted: number };
  if (accepted !== fixesPerBody) throw new Error(`only ${accepted} of ${fixesPerBody} fixes were accepted`);
}

/** Of the rows of the last second. */
async function delayOnDisk(db: Database): Promise<StoringDelay> {
  const [row] = await db.query<{ p50: number; p99: number }>({
    text: `with late as (
        select extract(epoch from stored_at - recorded_at)::float8 * 1000 as ms from responder_position
        where stored_at > (select max(stored_at) from responder_position) - interval '1 second'
      )
      select percentile_cont(0.5) within group (order by ms) as p50, percentile_cont(0.99) within group (order by ms) as p99
      from late`,
  });
  if (!row) throw new Error("no position was stored");
  return row;
}
