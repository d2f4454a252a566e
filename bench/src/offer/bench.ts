import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type Database, migrate } from "@tocsin/server";
import { spawnNode } from "@tocsin/testkit";
import { startOwnDatabase } from "../ground/own-database.ts";
import { cpuMilliseconds } from "../load/cpu-time.ts";
import { Latencies } from "../load/latencies.ts";
import type { Report } from "../report.ts";
import { type Calls, createCalls } from "./calls.ts";
import { keepMoving } from "./keep-moving.ts";
import { offerReport, type Round } from "./offer-report.ts";
import { type BenchResponder, type Place, type Scene, type Spot, setScene } from "./scene.ts";

export interface BenchOptions {
  readonly rounds: number;
  readonly seconds: number;
}

const responders = 10_000;
/** Half of them have a responder on the way; the others are offered to one after the other, and nobody answers. */
const openCallouts = 500;
const raisesPerSecond = 20;
/** So many near each place listen for offers: more than are ever asked at once. */
const listenersPerPlace = 6;
/** An offer that was not heard by then is not heard. */
const patienceMilliseconds = 5_000;

/** How long it takes from the send of a raise until the offer leaves for the responder. */
export async function benchOffer({ rounds, seconds }: BenchOptions): Promise<Report> {
  await using stack = new AsyncDisposableStack();
  const { db, url, folder } = await startOwnDatabase(stack);
  await migrate(db);
  const perRound = raisesPerSecond * seconds;
  const scene = await setScene(db, { responders, places: openCallouts + rounds * perRound });
  const node = stack.adopt(
    await spawnNode(join(folder, "node"), { DATABASE_URL: url, TOCSIN_DEMO: "0", TOCSIN_LOG_LEVEL: "warn" }),
    (running) => running.end(),
  );
  const calls = stack.adopt(createCalls(node.address), (open) => open.close());
  stack.adopt(await keepMoving(calls, scene), (moving) => moving.stop());
  const token = await signIn(calls, scene);
  const raise = (place: Place): Promise<number> => raiseAt(calls, token, place);

  const [background, measured] = [scene.places.slice(0, openCallouts), scene.places.slice(openCallouts)];
  for (const place of background) await raise(place);
  await sendHalf(db, calls, scene);

  const hearing = createHearing();
  const listeners = listenersNear(measured, scene.responders);
  for (const { token: own } of listeners) {
    await calls.follow("/responder/v1/stream", own, hearing.hear);
  }
  const results: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    const places = measured.slice(round * perRound, (round + 1) * perRound);
    results.push(
      await measure({
        places,
        raise,
        hearing,
        open: () => countOpen(db),
        idle: () => calls.get("/healthz"),
        cpu: () => cpuMilliseconds(node.process.pid ?? 0),
      }),
    );
  }
  return offerReport(results, { responders, streams: listeners.length });
}

async function signIn(calls: Calls, { client }: Scene): Promise<string> {
  const { body } = await calls.post<{ accessToken: string }>("/panic-api/v2/oauth/token", null, client);
  return body.accessToken;
}

async function raiseAt(calls: Calls, token: string, { reference }: Place): Promise<number> {
  const path = `/panic-api/v2/predefinedLocations/externalRef/${reference}/callouts`;
  const { status, body } = await calls.post<{ id: number }>(path, token, { responseTypeId: 1 });
  if (status !== 201) throw new Error(`a raise was answered ${status}`);
  return body.id;
}

/** Those who are asked for half of the open callouts go there. */
async function sendHalf(db: Database, calls: Calls, { responders: all }: Scene): Promise<void> {
  const tokens = new Map(all.map(({ id, token }) => [id, token]));
  const offers = await db.query<{ id: number; responder: number }>({
    text: "select id, responder_id as responder from offer where state = 'live' order by id limit $1",
    values: [openCallouts / 2],
  });
  for (const { id, responder } of offers) {
    await calls.post(`/responder/v1/offers/${id}/accept`, tokens.get(responder) ?? "", {});
  }
}

async function countOpen(db: Database): Promise<number> {
  const [row] = await db.query<{ count: number }>({
    text: "select count(*) from callout where phase not in ('completed', 'cancelled', 'closed')",
  });
  return row?.count ?? 0;
}

/** When each callout's first offer was heard. */
interface Hearing {
  hear(event: string, data: string): void;
  readonly heardAt: ReadonlyMap<number, number>;
}

function createHearing(): Hearing {
  const heardAt = new Map<number, number>();
  return {
    heardAt,
    hear(event, data) {
      if (event !== "offer") return;
      const now = performance.now();
      const { calloutId } = JSON.parse(data) as { calloutId: number };
      if (!heardAt.has(calloutId)) heardAt.set(calloutId, now);
    },
  };
}

function listenersNear(places: readonly Spot[], all: readonly BenchResponder[]): readonly BenchResponder[] {
  const chosen = new Set<BenchResponder>();
  for (const place of places) {
    const squared = ({ latitude, longitude }: Spot): number => {
      const eastWest = (longitude - place.longitude) * Math.cos((place.latitude * Math.PI) / 180);
      return (latitude - place.latitude) ** 2 + eastWest ** 2;
    };
    const nearest = all.toSorted((one, other) => squared(one) - squared(other));
    for (const each of nearest.slice(0, listenersPerPlace)) chosen.add(each);
  }
  return [...chosen];
}

interface Measurement {
  readonly places: readonly Place[];
  readonly raise: (place: Place) => Promise<number>;
  readonly hearing: Hearing;
  readonly open: () => Promise<number>;
  readonly idle: () => Promise<void>;
  readonly cpu: () => Promise<number>;
}

/** Raises at a fixed rate, whatever the node does: a stall shows in every raise it held up. */
async function measure({ places, raise, hearing, open, idle, cpu }: Measurement): Promise<Round> {
  const acknowledged = new Latencies();
  const waited = new Latencies();
  const before = await open();
  const cpuBefore = await cpu();
  const startedAt = performance.now();
  const raised = await Promise.all(
    places.map(async (place, index) => {
      const sentAt = startedAt + (index * 1000) / raisesPerSecond;
      await delay(Math.max(0, sentAt - performance.now()));
      const id = await raise(place);
      acknowledged.add(performance.now() - sentAt);
      // half-way to the next raise
      const askedAt = Math.max(performance.now(), sentAt + 500 / raisesPerSecond);
      await delay(Math.max(0, askedAt - performance.now()));
      await idle();
      waited.add(performance.now() - askedAt);
      return { id, sentAt };
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  const cpuMillisecondsPerSecond = ((await cpu()) - cpuBefore) / seconds;
  const endsAt = performance.now() + patienceMilliseconds;
  while (raised.some(({ id }) => !hearing.heardAt.has(id)) && performance.now() < endsAt) await delay(20);
  const offered = new Latencies();
  for (const { id, sentAt } of raised)
    offered.add((hearing.heardAt.get(id) ?? Number.POSITIVE_INFINITY) - sentAt);
  return {
    perSecond: places.length / seconds,
    acknowledged: { p50: acknowledged.quantile(0.5), p99: acknowledged.quantile(0.99) },
    offered: { p50: offered.quantile(0.5), p99: offered.quantile(0.99) },
    idle: { p50: waited.quantile(0.5), p99: waited.quantile(0.99) },
    cpuMillisecondsPerSecond,
    unheard: raised.filter(({ id }) => !hearing.heardAt.has(id)).length,
    open: before,
  };
}
