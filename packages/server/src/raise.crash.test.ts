import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  callNode,
  crashRounds,
  type NodeProcess,
  seeded,
  signInToDemo,
  spawnNode,
  testSeed,
} from "@tocsin/testkit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startEmbeddedPostgres } from "./db/embedded/index.ts";
import { openDatabase } from "./db/index.ts";
import { createLog } from "./telemetry/log.ts";

const clients = 16;
const rounds = crashRounds(50);
const log = createLog("silent");
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tocsin-crash-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What clients were told: ids answered 201 before the node died. */
type Told = Set<number>;

/** Registers places and raises callouts there and for the house account, one after the other, until the node is gone. */
async function raiseUntilDeath(
  address: string,
  token: string,
  prefix: string,
  tell: (id: number) => void,
): Promise<void> {
  for (let index = 0; ; index++) {
    const externalReferenceId = `${prefix}-${index}`;
    const place = {
      externalReferenceId,
      locationIdentifier: externalReferenceId,
      latitude: -26.1,
      longitude: 28.05,
    };
    try {
      await callNode(address, "/predefinedLocations", token, place);
      const atPlace = `/predefinedLocations/externalRef/${externalReferenceId}/callouts`;
      const spot = { latitude: -26.1, longitude: 28.05 };
      for (const response of [
        await callNode(address, atPlace, token, { responseTypeId: 1 }),
        // each of the house account is a callout of its own, by the line that people's raises stand in
        await callNode(address, "/callouts", token, { responseTypeId: 1, ...spot }),
      ]) {
        if (response.status === 201) tell(((await response.json()) as { id: number }).id);
      }
    } catch {
      return;
    }
  }
}

async function stormAndKill(
  node: NodeProcess,
  round: number,
  told: Told,
  /** Counts from the first callout that was acknowledged. */
  delayMilliseconds: number,
): Promise<void> {
  const token = await signInToDemo(node.address);
  const underWay = Promise.withResolvers<void>();
  const tell = (id: number): void => {
    told.add(id);
    underWay.resolve();
  };
  const storm = Array.from({ length: clients }, (_, client) =>
    raiseUntilDeath(node.address, token, `crash-${round}-${client}`, tell),
  );
  await Promise.race([underWay.promise, Promise.all(storm)]);
  await new Promise((resolve) => setTimeout(resolve, delayMilliseconds));
  await node.end("SIGKILL");
  await Promise.all(storm);
}

/** None of these callouts was ended, so each must be among the active ones. */
async function missing(address: string, told: Told): Promise<number[]> {
  const response = await callNode(address, "/callouts/activeCallouts", await signInToDemo(address));
  const active = new Set(((await response.json()) as { id: number }[]).map(({ id }) => id));
  return [...told].filter((id) => !active.has(id));
}

/** Straight from the database, after everything has stopped: nothing half-written. */
async function halfWritten(): Promise<Record<string, number> | undefined> {
  const postgres = await startEmbeddedPostgres({ dataDir: folder, log });
  const db = openDatabase(postgres.connection, log, 1);
  const [row] = await db.query<Record<string, number>>({
    text: `select
      count(*) filter (where not exists (select from deadline d where d.callout_id = c.id)) as "withoutDeadline",
      count(*) filter (where c.sequence <> (select count(*) from callout_event e where e.callout_id = c.id)) as "timelineHoles"
      from callout c where phase not in ('cancelled', 'closed')`,
  });
  await db.close();
  await postgres.stop();
  return row;
}

describe("killed without warning under load", () => {
  const seed = testSeed();
  const random = seeded(seed);

  test(`${rounds} SIGKILLs lose no callout that a client was told of (seed ${seed})`, {
    timeout: rounds * 20_000,
  }, async () => {
    const told: Told = new Set();
    for (let round = 0; round < rounds; round++) {
      const node = await spawnNode(folder);
      expect(await missing(node.address, told), `lost before round ${round}`).toEqual([]);
      const before = told.size;
      await stormAndKill(node, round, told, Math.floor(random() * 700));
      expect(told.size, "the storm must have raised something").toBeGreaterThan(before);
    }
    const survivor = await spawnNode(folder);
    expect(await missing(survivor.address, told)).toEqual([]);
    await survivor.end();
    expect(await halfWritten()).toEqual({ withoutDeadline: 0, timelineHoles: 0 });
  });
});
