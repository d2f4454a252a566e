import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { migrate } from "@tocsin/server";
import { spawnNode } from "@tocsin/testkit";
import { startOwnDatabase } from "../ground/own-database.ts";
import { Latencies } from "../load/latencies.ts";
import type { Report } from "../report.ts";
import { bareLoop } from "./bare-loop.ts";
import { type ReceiverProcess, startReceiver } from "./receiver-process.ts";
import { type Stage, setStage } from "./stage.ts";
import { type Round, type Run, webhooksReport } from "./webhooks-report.ts";

export interface BenchOptions {
  readonly rounds: number;
  readonly seconds: number;
}

const tenants = 100;
/** The first ones' receiver hangs, when it does. */
const hanging = 10;
const perSecond = 500;
const tickMilliseconds = 10;
const burst = 15_000;
const connections = 64;
/** What has not arrived by then is lost. */
const patienceMilliseconds = 20_000;

interface Scene {
  readonly receiver: ReceiverProcess;
  readonly stage: Stage;
  readonly seconds: number;
}

/** How fast partners are told: a backlog, a steady stream, and the same while some of them hang. */
export async function benchWebhooks({ rounds, seconds }: BenchOptions): Promise<Report> {
  await using stack = new AsyncDisposableStack();
  const { db, url, folder } = await startOwnDatabase(stack);
  await migrate(db);
  const receiver = stack.adopt(await startReceiver(), (running) => running.end());
  const address = `http://127.0.0.1:${receiver.port}`;
  const urlOf = (tenant: number): string => `${address}/${tenant < hanging ? "hang" : "fine"}/${tenant}`;
  const calloutsEach = Math.ceil(Math.max(burst, perSecond * seconds) / tenants);
  const stage = await setStage(db, { tenants, calloutsEach }, urlOf);
  const environment = {
    DATABASE_URL: url,
    TOCSIN_DEMO: "0",
    TOCSIN_LOG_LEVEL: "warn",
    TOCSIN_OUTBOUND_ALLOW: "127.0.0.1",
  };
  stack.adopt(await spawnNode(join(folder, "node"), environment), (running) => running.end());

  const scene = { receiver, stage, seconds };
  await tellBacklog(scene);
  const results: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    const bare = await bareLoop(urlOf(hanging), sample, connections, Math.min(seconds, 3));
    await receiver.arrivals();
    const backlog = await tellBacklog(scene);
    const steady = await tellSteadily(scene);
    receiver.hang(true);
    const beside = await tellSteadily(scene);
    receiver.hang(false);
    // the hung ones are told again
    await delay(2_000);
    results.push({ bare, backlog, steady, beside });
    await db.query({ text: "truncate outbox, webhook_delivery, webhook_body, webhook_attempt" });
    await receiver.arrivals();
  }
  return webhooksReport(results, { tenants, hanging, perSecond });
}

/** As long as a body about a callout. */
const sample = JSON.stringify({
  message: "CALLOUT_EVENTS_CHANGED",
  callout: { id: 0, filling: "x".repeat(1_300) },
});

/** Everything at once: how many a second leave. */
async function tellBacklog({ receiver, stage }: Scene): Promise<Run> {
  const ids = interleave(stage.callouts).slice(0, burst);
  const startedAt = performance.timeOrigin + performance.now();
  await stage.tell(ids);
  const arrivals = await gather(receiver, new Set(ids));
  const latencies = new Latencies();
  for (const at of arrivals.values()) latencies.add(at - startedAt);
  const lastAt = Math.max(...arrivals.values());
  return {
    perSecond: arrivals.size / ((lastAt - startedAt) / 1_000),
    p50: latencies.quantile(0.5),
    p99: latencies.quantile(0.99),
    lost: ids.length - arrivals.size,
  };
}

/** At a fixed rate, whatever the node does; what is counted are the tenants whose receiver never hangs. */
async function tellSteadily({ receiver, stage, seconds }: Scene): Promise<Run> {
  const ids = interleave(stage.callouts).slice(0, perSecond * seconds);
  const fine = new Set(stage.callouts.slice(hanging).flat());
  const each = (perSecond * tickMilliseconds) / 1_000;
  const committedAt = new Map<number, number>();
  const startedAt = performance.now();
  const commits: Promise<void>[] = [];
  for (let from = 0; from < ids.length; from += each) {
    await delay(Math.max(0, startedAt + (from / perSecond) * 1_000 - performance.now()));
    const some = ids.slice(from, from + each);
    const note = (): void => {
      for (const id of some) committedAt.set(id, performance.timeOrigin + performance.now());
    };
    commits.push(stage.tell(some).then(note));
  }
  await Promise.all(commits);
  const took = (performance.now() - startedAt) / 1_000;
  const wanted = new Set(ids.filter((id) => fine.has(id)));
  const arrivals = await gather(receiver, wanted);
  const latencies = new Latencies();
  for (const [id, at] of arrivals) latencies.add(at - (committedAt.get(id) ?? Number.NaN));
  return {
    perSecond: ids.length / took,
    p50: latencies.quantile(0.5),
    p99: latencies.quantile(0.99),
    lost: wanted.size - arrivals.size,
  };
}

/** When each of these callouts was told of first. */
async function gather(receiver: ReceiverProcess, wanted: ReadonlySet<number>): Promise<Map<number, number>> {
  const first = new Map<number, number>();
  const endsAt = performance.now() + patienceMilliseconds;
  while (first.size < wanted.size && performance.now() < endsAt) {
    for (const [id, at] of await receiver.arrivals()) if (wanted.has(id) && !first.has(id)) first.set(id, at);
    await delay(50);
  }
  return first;
}

/** One of each tenant, then the next of each. */
function interleave(lists: readonly (readonly number[])[]): number[] {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list[index] ?? [])).flat();
}
