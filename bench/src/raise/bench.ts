import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultTiming } from "@tocsin/domain";
import type { Database, RaiseCommand } from "@tocsin/server";
import { spawnNode } from "@tocsin/testkit";
import { startOwnDatabase } from "../ground/own-database.ts";
import { closedLoop } from "../load/closed-loop.ts";
import { openLoop } from "../load/open-loop.ts";
import type { Report } from "../report.ts";
import { runPgbench } from "./pgbench.ts";
import { addPlaces, type Places } from "./places.ts";
import { type Round, raiseReport } from "./raise-report.ts";

export interface BenchOptions {
  readonly rounds: number;
  readonly seconds: number;
}

const connections = 32;
const offeredRate = 1_000;
/** Short runs at one connection, in turn, in each round. */
const alonePairs = 4;
/** Raises that fill caches and give the planner real tables before anything is counted. */
const warmUpSeconds = 3;

/** What a raise costs over HTTP with everything on, beside the database's own limit and a bare handler, in one run. */
export async function benchRaise({ rounds, seconds }: BenchOptions): Promise<Report> {
  await using stack = new AsyncDisposableStack();
  const { db, connection, url, folder } = await startOwnDatabase(stack);
  const tocsin = stack.adopt(
    await spawnNode(join(folder, "node"), { DATABASE_URL: url, TOCSIN_DEMO: "1" }),
    (node) => node.end(),
  );
  const command = await demoCommand(db);
  const places = await addPlaces(db, command.customerSourceId, 100_000 + rounds * seconds * 90_000);
  const bare = stack.adopt(await startBareServer(url, command), ({ process }) => void process.kill());
  const token = await signIn(tocsin.address);
  const tocsinPort = Number(new URL(tocsin.address).port);
  const load = (to: number) => ({ port: to, seconds, expected: 201, next: request(places, token) });

  for (const target of [tocsinPort, bare.port])
    await closedLoop({ ...load(target), seconds: warmUpSeconds, connections });
  await db.query({ text: "analyze" });

  const measured: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    const rested = async <Result>(run: () => Promise<Result>): Promise<Result> => {
      await putToRest(db);
      return run();
    };
    const storm = { server: connection, command, places, folder, clients: connections, seconds };
    measured.push({
      pgbench: await rested(() => runPgbench(storm)),
      bare: await rested(() => closedLoop({ ...load(bare.port), connections })),
      tocsin: await rested(() => closedLoop({ ...load(tocsinPort), connections })),
      alone: await inTurn(alonePairs, async () => ({
        bare: await rested(() => closedLoop({ ...load(bare.port), seconds: 1, connections: 1 })),
        tocsin: await rested(() => closedLoop({ ...load(tocsinPort), seconds: 1, connections: 1 })),
      })),
      offered: {
        bare: await rested(() => openLoop({ ...load(bare.port), rate: offeredRate })),
        tocsin: await rested(() => openLoop({ ...load(tocsinPort), rate: offeredRate })),
      },
    });
  }
  return raiseReport(measured, { connections, offeredRate });
}

/**
 * Nobody looks any more after what was raised before: each contender is measured beside the care of its own callouts, not of the
 * tens of thousands that the ones before it left, and that nobody answers.
 */
async function putToRest(db: Database): Promise<void> {
  await db.query({ text: "truncate deadline, outbox" });
}

async function inTurn<Result>(times: number, measure: () => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let turn = 0; turn < times; turn++) results.push(await measure());
  return results;
}

async function demoCommand(db: Database): Promise<RaiseCommand> {
  const [row] = await db.query<{ source: number; house: number }>({
    text: `select s.id as source, c.id as house from customer_source s
      join customer c on c.customer_source_id = s.id and c.is_house_account where s.client_id = 'demo'`,
  });
  if (!row) throw new Error("the demo tenant is missing");
  const request = {
    responseTypeId: 1,
    classificationId: 1,
    internalTest: false,
    installerIdentifier: null,
    externalReferenceId: "",
    position: null,
  };
  return {
    customerSourceId: row.source,
    houseAccountId: row.house,
    request,
    by: { kind: "integrator", id: row.source, name: "demo" },
    timing: defaultTiming,
  };
}

async function startBareServer(
  url: string,
  command: RaiseCommand,
): Promise<{ process: ChildProcess; port: number }> {
  const file = fileURLToPath(new URL("./bare-server.ts", import.meta.url));
  const env = { PATH: process.env.PATH, DATABASE_URL: url, COMMAND: JSON.stringify(command) };
  const child = spawn(process.execPath, [file], { env, stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return { process: child, port: Number(line.toString()) };
}

async function signIn(address: string): Promise<string> {
  const response = await fetch(`${address}/panic-api/v2/oauth/token`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ clientId: "demo", clientSecret: "demo-secret" }),
  });
  return ((await response.json()) as { accessToken: string }).accessToken;
}

function request(places: Places, token: string): () => string {
  const body = JSON.stringify({ responseTypeId: 1 });
  const headers = `host: 127.0.0.1\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}`;
  return () =>
    `POST /panic-api/v2/predefinedLocations/externalRef/${places.next()}/callouts HTTP/1.1\r\n${headers}\r\n\r\n${body}`;
}
