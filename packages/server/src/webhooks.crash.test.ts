import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  callNode,
  crashRounds,
  createReceiver,
  type NodeProcess,
  type ReceivedWebhook,
  seeded,
  signInToDemo,
  spawnNode,
  testSeed,
} from "@tocsin/testkit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findRunningPostgres } from "./db/embedded/find-running.ts";
import { openDatabase } from "./db/index.ts";
import { createLog } from "./telemetry/log.ts";

const rounds = crashRounds(200);
const log = createLog("silent");
const receiver = createReceiver();
const environment = { TOCSIN_DEMO: "1", TOCSIN_OUTBOUND_ALLOW: "127.0.0.1" };
const clients = 8;
const events = [
  "NEW_CALLOUT",
  "CALLOUT_EVENTS_CHANGED",
  "CALLOUT_NO_LONGER_REQUIRES_RESPONSE",
  "CALLOUT_CLOSED",
];
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tocsin-webhooks-crash-"));
  await receiver.start();
});
afterAll(async () => {
  await receiver.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Raises, says something three times, and dismisses; one callout after the other, until the node is gone. */
async function work(address: string, token: string, prefix: string): Promise<void> {
  try {
    for (let index = 0; ; index++) {
      const reference = `${prefix}-${index}`;
      const place = {
        externalReferenceId: reference,
        locationIdentifier: reference,
        latitude: -26.1,
        longitude: 28.05,
      };
      await callNode(address, "/predefinedLocations", token, place);
      const raise = `/predefinedLocations/externalRef/${reference}/callouts`;
      const { id } = (await (await callNode(address, raise, token, { responseTypeId: 1 })).json()) as {
        id: number;
      };
      for (const message of ["one", "two", "three"])
        await callNode(address, `/callouts/${id}/events`, token, { message });
      await callNode(address, `/callouts/${id}/dismiss`, token, {});
    }
  } catch {
    // the node is gone
  }
}

async function stormAndKill(node: NodeProcess, prefix: string, delayMilliseconds: number): Promise<void> {
  const token = await signInToDemo(node.address);
  const before = receiver.received.length;
  const storm = Array.from({ length: clients }, (_, client) =>
    work(node.address, token, `${prefix}-${client}`),
  );
  while (receiver.received.length === before) await new Promise((resolve) => setTimeout(resolve, 5));
  await new Promise((resolve) => setTimeout(resolve, delayMilliseconds));
  await node.end("SIGKILL");
  await Promise.all(storm);
}

/** What the committed timelines say must have been told: callout → names of events, in order. */
const due = `select callout_id as id, array_agg(event order by sequence, part) as events from (
    select callout_id, sequence, 1 as part, case kind when 'raised' then 'NEW_CALLOUT' when 'commented' then 'CALLOUT_EVENTS_CHANGED'
      when 'cancelled' then 'CALLOUT_NO_LONGER_REQUIRES_RESPONSE' when 'closed' then 'CALLOUT_CLOSED' end as event
    from callout_event where kind in ('raised', 'commented', 'cancelled', 'closed')
  ) told group by callout_id`;

async function expected(): Promise<Map<number, string[]>> {
  const db = openDatabase(await findRunningPostgres(folder), log, 2);
  const rows = await db.query<{ id: number; events: string[] }>({ text: due });
  await db.close();
  return new Map(rows.map(({ id, events: told }) => [id, told]));
}

/** What arrived, each id once: callout → names of events, in the order of first arrival. */
function arrived(): Map<number, string[]> {
  const first = new Map<unknown, ReceivedWebhook>();
  for (const webhook of receiver.received) {
    const id = webhook.headers["webhook-id"];
    if (!first.has(id)) first.set(id, webhook);
  }
  const lines = Map.groupBy(first.values(), ({ body }) => Number(body.callout.id));
  return new Map([...lines].map(([id, line]) => [id, line.map(({ body }) => String(body.message))]));
}

/**
 * Waits until so many have arrived, or until for a minute nothing new has: what is lost is then seen by what is missing. How
 * long a backlog takes to leave is a question of the machine, and of how many rounds left it. Counting goes on from where it
 * was: this process is the receiver too, and has to answer meanwhile.
 */
async function untilToldOrStalled(wanted: number): Promise<void> {
  const told = new Set<unknown>();
  let counted = 0;
  let newAt = performance.now();
  while (told.size < wanted && performance.now() - newAt < 60_000) {
    const before = told.size;
    for (; counted < receiver.received.length; counted++)
      told.add(receiver.received[counted]?.headers["webhook-id"]);
    if (told.size > before) newAt = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Webhooks of one id whose number or body differ. */
function changed(): number {
  const byId = Map.groupBy(receiver.received, ({ headers }) => headers["webhook-id"]);
  const seen = ({ headers, text }: ReceivedWebhook): string =>
    `${String(headers["webhook-sequence"])} ${text}`;
  return [...byId.values()].filter((same) => new Set(same.map(seen)).size > 1).length;
}

async function register(address: string): Promise<void> {
  const token = await signInToDemo(address);
  const { status } = await callNode(address, "/notifiers/webhooks", token, { url: receiver.url, events });
  if (status !== 201) throw new Error(`Registering the webhook was answered ${status}`);
}

describe("killed without warning while webhooks leave", () => {
  const seed = testSeed();
  const random = seeded(seed);

  test(`${rounds} SIGKILLs: every event of every committed change arrives, in order; ids tell duplicates (seed ${seed})`, {
    timeout: 120_000 + rounds * 20_000,
  }, async () => {
    // now and then a receiver fails, hangs up or is slow
    receiver.answer((_webhook, response) => {
      const luck = random();
      if (luck < 0.02) response.writeHead(500).end();
      else if (luck < 0.04) response.destroy();
      else setTimeout(() => response.writeHead(200).end(), luck * 10);
    });
    let node = await spawnNode(folder, environment);
    await register(node.address);
    for (let round = 0; round < rounds; round++) {
      await stormAndKill(node, `told-${round}`, Math.floor(random() * 700));
      node = await spawnNode(folder, environment);
    }
    receiver.answer(200);
    const wanted = await expected();
    await untilToldOrStalled([...wanted.values()].flat().length);
    expect(arrived()).toEqual(wanted);
    expect(changed()).toBe(0);
    expect(receiver.received.length).toBeGreaterThanOrEqual(rounds * clients);
    await node.end();
  });
});
