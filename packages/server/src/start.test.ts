import { once } from "node:events";
import { createServer } from "node:net";
import { useSystem } from "@tocsin/testkit";
import { afterEach, expect, test } from "vitest";
import { type Config, decideConfig } from "./config/index.ts";
import { type RunningNode, type StartOptions, startNode } from "./start.ts";
import { createLog } from "./telemetry/log.ts";

const system = useSystem();
const log = createLog("silent");
const nodes: RunningNode[] = [];
afterEach(async () => {
  for (const node of nodes.splice(0)) await node.stop();
});

/** A node over the test's database, as `DATABASE_URL` names it. */
function config(environment: Readonly<Record<string, string>> = {}): Config {
  const { host, port, user } = system.server;
  const url = `postgresql:///${system.database}?host=${encodeURIComponent(host)}&port=${port}&user=${user}`;
  return decideConfig({ DATABASE_URL: url, TOCSIN_PORT: "0", ...environment }, "/no/such/folder");
}

async function start(settings: Config, announce?: StartOptions["announce"]): Promise<RunningNode> {
  const node = await startNode(settings, { log, ...(announce ? { announce } : {}) });
  nodes.push(node);
  return node;
}

async function signIn(address: string): Promise<Response> {
  return fetch(`${address}/panic-api/v2/oauth/token`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ clientId: "demo", clientSecret: "demo-secret" }),
  });
}

test("over DATABASE_URL nothing is written to a data folder, and several nodes may run", async () => {
  const texts: string[] = [];
  const settings = config();
  const one = await start(settings, (text) => void texts.push(text));
  const other = await start(settings);
  for (const { address } of [one, other]) expect((await fetch(`${address}/readyz`)).status).toBe(200);
  expect(one.address).not.toBe(other.address);
  expect(texts.join()).toContain(`PostgreSQL of DATABASE_URL: local socket/${system.database}`);
});

test("the node is not ready until it has been announced", async () => {
  const seen: number[] = [];
  const node = await start(config(), async (text) => {
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0];
    seen.push((await fetch(`${address}/readyz`)).status);
  });
  seen.push((await fetch(`${node.address}/readyz`)).status);
  expect(seen).toEqual([503, 200]);
});

test("what had the demo once lets nobody in with its secrets when started without", async () => {
  expect((await signIn((await start(config())).address)).status).toBe(200);
  expect((await signIn((await start(config({ TOCSIN_DEMO: "0" }))).address)).status).toBe(401);
});

test("links begin with TOCSIN_PUBLIC_URL, else with the address that was found", async () => {
  const named = await start(config({ TOCSIN_PUBLIC_URL: "https://callouts.example.com" }));
  expect(named.context.settings.publicUrl).toBe("https://callouts.example.com");
  const unnamed = await start(config());
  expect(unnamed.context.settings.publicUrl).toBe(unnamed.address);
});

test("a port that is taken is named, and nothing is left running", async () => {
  const listeners = {
    text: "select count(*) from pg_stat_activity where datname = current_database() and query like 'listen%'",
  };
  const own = await system.context.db.query(listeners);
  const squatter = createServer().listen(0, "127.0.0.1");
  await once(squatter, "listening");
  const { port } = squatter.address() as { port: number };
  await expect(start(config({ TOCSIN_PORT: String(port) }))).rejects.toThrow(
    `Port ${port} of 127.0.0.1 is taken by another program. Stop that one, or set TOCSIN_PORT to another port (0: any free one).`,
  );
  squatter.close();
  await expect.poll(() => system.context.db.query(listeners)).toEqual(own);
});

test("whoever gives up before the start has begun gets nothing started", async () => {
  const signal = AbortSignal.abort(new Error("Stopped by SIGINT."));
  await expect(startNode(config(), { log, signal })).rejects.toThrow("Stopped by SIGINT.");
});
