import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crashRounds, type NodeProcess, seeded, signInToDemo, spawnNode, testSeed } from "@tocsin/testkit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyCallout } from "./callouts/index.ts";
import { systemClock, systemRandom } from "./clock.ts";
import { type KillablePostgres, startKillablePostgres } from "./db/embedded/testing/killable-postgres.ts";
import { createChangeSignal, type Database, migrate, openDatabase } from "./db/index.ts";
import { brokenPromises } from "./dispatch/testing/broken-promises.ts";
import { type Caller, raiseUntilDeath } from "./dispatch/testing/caller-at-work.ts";
import { type PlayedResponder, type Told, workUntilDeath } from "./dispatch/testing/people-at-work.ts";
import { createOutbound, nothingAllowed } from "./outbound/index.ts";
import { createResponder, createSupplier } from "./responders/index.ts";
import { createServices } from "./services.ts";
import { createLog } from "./telemetry/log.ts";

const rounds = crashRounds(200);
const log = createLog("silent");
const installation = { kind: "installation", id: null, name: null } as const;
/** In one round of so many the database is killed with the node; in the others it goes on, which costs a second less. */
const killsOfTheDatabase = 8;
let folder = "";
let postgres: KillablePostgres;

/** Eight responders around the places, made before the first start. */
async function recruit(): Promise<PlayedResponder[]> {
  const db = openDatabase(() => postgres.connection, log, 2);
  await migrate(db);
  const capabilities = {
    db,
    clock: systemClock(),
    random: systemRandom,
    log,
    changes: createChangeSignal(db, log),
    outbound: createOutbound({ allowed: nothingAllowed, clock: systemClock() }),
  };
  const settings = { publicUrl: "", strictAnswers: true, demo: false, corsOrigins: [], router: null };
  const context = createServices(capabilities, settings);
  const { supplier } = await createSupplier(context, installation, { name: "Crash Test" });
  const people = Array.from({ length: 8 }, (_, index) => ({
    login: `crash-${index}`,
    pin: "2468",
    latitude: -26.1 + index * 0.001,
    longitude: 28.05,
  }));
  for (const { login, pin } of people) {
    const person = { supplierId: supplier.id, name: login, login, pin, responseTypes: [1] };
    await createResponder(context, installation, person);
  }
  await db.query({ text: "update responder set on_duty = true" });
  await db.close();
  return people;
}

/** Most of a start is compiling: a cache makes it half as long. */
const spawn = (): Promise<NodeProcess> =>
  spawnNode(folder, {
    TOCSIN_DEMO: "1",
    DATABASE_URL: postgres.url,
    NODE_COMPILE_CACHE: join(folder, "compiled"),
  });

/** Looks into the database. */
async function inspect<T>(look: (db: Database) => Promise<T>): Promise<T> {
  const db = openDatabase(() => postgres.connection, log, 2);
  try {
    return await look(db);
  } finally {
    await db.close();
  }
}

const numberOf = async (db: Database, text: string): Promise<number> => (await db.query({ text })).length;

/** An offer or a callout of a responder that began before another one had ended, at any time. */
const heldTwoOnce = `with held as (
    select responder_id, callout_id, tstzrange(offered_at, ended_at) as during, id from offer union all
    select responder_id, callout_id, tstzrange(assigned_at, ended_at), id from assignment
  )
  select one.responder_id as responder, one.callout_id as callout, one.during::text, other.callout_id as "otherCallout",
    other.during::text as "otherDuring"
  from held one join held other on one.responder_id = other.responder_id and one.id < other.id
    and one.callout_id <> other.callout_id and one.during && other.during`;

/** Everything that went to disk holds together: of each moment, and over all of history. */
async function faults(db: Database, told: Told): Promise<Record<string, unknown>> {
  const callouts = await db.query<{ id: number }>({ text: "select id from callout order by id" });
  const reports = await Promise.all(callouts.map(({ id }) => verifyCallout(db, id)));
  const written = await db.query<{ note: string; times: number }>({
    text: `select kind || ' ' || coalesce(body->>'offerId', body->>'assignmentId') as note, count(*) as times from callout_event
      where kind in ('offerDeclined', 'offerAccepted') group by 1 union all
      select kind || ' ' || (body->>'assignmentId'), count(*) from callout_event where kind in ('arrived', 'completed') group by 1
      union all select 'raised ' || callout_id, count(*) from callout_event where kind = 'raised' group by callout_id`,
  });
  const times = new Map(written.map(({ note, times: each }) => [note, each]));
  return {
    broken: await brokenPromises(db),
    chains: reports.flat().filter((report) => report.faults.length > 0),
    lost: [...told].filter((note) => !times.has(note)),
    doubled: written.filter((each) => each.times > 1),
    heldTwoOnce: await db.query({ text: heldTwoOnce }),
  };
}

const none = { broken: {}, chains: [], lost: [], doubled: [], heldTwoOnce: [] };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tocsin-loop-crash-"));
  postgres = await startKillablePostgres(folder);
});
afterAll(async () => {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

describe("killed without warning in the middle of loops", () => {
  const seed = testSeed();
  const random = seeded(seed);
  const told: Told = new Set();
  const callers: Caller[] = Array.from({ length: 5 }, (_, index) => ({
    prefix: `loop-crash-${index}`,
    raised: 0,
    current: null,
  }));
  let people: PlayedResponder[] = [];
  /** Kept over restarts, as a partner's server keeps it. */
  let token: string | undefined;

  /** Everybody at work until the node is gone; `wanted` ends when each caller saw so many callouts through. */
  async function atWork(node: NodeProcess, wanted?: number): Promise<void> {
    const work = { address: node.address, told };
    token ??= await signInToDemo(node.address);
    const mine = token;
    const responders = people.map((each) => workUntilDeath(work, each, Math.floor(random() * 1e9)));
    await Promise.all(callers.map((each) => raiseUntilDeath(work, mine, each, wanted)));
    if (wanted !== undefined) await node.end("SIGKILL");
    await Promise.all(responders);
  }

  test(`${rounds} SIGKILLs: every callout goes on, nobody holds two, nothing is lost or doubled (seed ${seed})`, {
    timeout: 120_000 + rounds * 10_000,
  }, async () => {
    people = await recruit();
    // whoever is killed writes no cache
    await (await spawn()).end();
    for (let round = 0; round < rounds; round++) {
      const node = await spawn();
      expect(await inspect(brokenPromises), `after ${round} kills`).toEqual({});
      const before = told.size;
      const everybody = atWork(node);
      while (told.size === before) await new Promise((resolve) => setTimeout(resolve, 5));
      await new Promise((resolve) => setTimeout(resolve, Math.floor(random() * 700)));
      await node.end("SIGKILL");
      if (round % killsOfTheDatabase === 1) await postgres.killAndRestart();
      await everybody;
    }
    const waiting = callers.flatMap(({ current }) => current ?? []);
    const survivor = await spawn();
    expect(await inspect((db) => faults(db, told))).toEqual(none);
    // each caller sees through what the last kill interrupted, and one more
    await atWork(survivor, 2);
    for (const id of waiting) expect(callers.map(({ current }) => current)).not.toContain(id);
    const last = await spawn();
    expect(await inspect((db) => faults(db, told))).toEqual(none);
    const completed = "select from callout_event where kind = 'completed'";
    expect(await inspect((db) => numberOf(db, completed))).toBeGreaterThanOrEqual(2 * callers.length);
    await last.end();
  });
});
