import { addResponders, raiseCallout, type TestCallout, useSystem } from "@tocsin/testkit";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Simulation, startSimulation } from "./start-simulation.ts";
import { createSteppedWorld, type SteppedWorld } from "./testing/stepped-world.ts";

const system = useSystem();
const home = { latitude: -26.12, longitude: 28.06 };
const people = 3;

let world: SteppedWorld;
let simulation: Simulation;
let troubles: string[];
let logins: string[];

beforeEach(async () => {
  world = createSteppedWorld(() => system.clock.now().epochMilliseconds);
  troubles = [];
  const responders = await addResponders(system, people, { onDuty: false, near: home });
  logins = responders.map(({ login }) => login);
  simulation = startSimulation({
    address: await listen(),
    people: responders.map(({ login, pin }) => ({ login, pin, home })),
    // of these people nobody declines the first offer
    seed: 5,
    speed: 1,
    world,
    onTrouble: ({ error }) => troubles.push(String(error)),
  });
});
afterEach(async () => {
  await simulation.stop();
  // their positions grow too old for the next test's callouts
  system.clock.advance({ seconds: 300 });
});

let address: Promise<string> | undefined;
function listen(): Promise<string> {
  return (address ??= system.app.listen({ host: "127.0.0.1", port: 0 }));
}

/** A second of theirs, and of the server's. */
async function second(): Promise<void> {
  await world.settled(people);
  system.clock.advance({ seconds: 1 });
  await system.drain();
  world.wake();
  await world.settled(people);
}

async function phaseOf({ id }: TestCallout): Promise<string> {
  const [row] = await system.context.db.query<{ phase: string }>({
    text: "select phase from callout where id = $1",
    values: [id],
  });
  return row?.phase ?? "gone";
}

/** The phases that a callout goes through, and after how many seconds. */
async function follow(
  callout: TestCallout,
  until: string,
  limitSeconds: number,
): Promise<Map<string, number>> {
  const seen = new Map<string, number>();
  for (let seconds = 0; seconds <= limitSeconds && !seen.has(until); seconds++) {
    const phase = await phaseOf(callout);
    if (!seen.has(phase)) seen.set(phase, seconds);
    await second();
  }
  return seen;
}

async function onDuty(): Promise<number> {
  const [row] = await system.context.db.query<{ count: number }>({
    text: "select count(*) from responder where on_duty and login = any($1)",
    values: [logins],
  });
  return row?.count ?? 0;
}

test("They sign in, go on duty, and take a callout from its raise to its end", async () => {
  await second();
  await second();
  expect(await onDuty()).toBe(people);
  const callout = await raiseCallout(system);
  const seen = await follow(callout, "completed", 150);
  expect([...seen.keys()]).toEqual(["awaiting", "offering", "assigned", "onScene", "completed"]);
  expect(seen.get("assigned")).toBeLessThanOrEqual(15);
  expect(seen.get("onScene")).toBeLessThanOrEqual(75);
  expect(seen.get("completed")).toBeLessThanOrEqual(110);
  expect(troubles).toEqual([]);
  // nobody does anything more: the tenant's timing closes it
  system.clock.advance({ minutes: 10 });
  await system.drain();
  expect(await phaseOf(callout)).toBe("closed");
});

test("Sessions that end under way are begun again, and the work goes on", async () => {
  await second();
  await second();
  const callout = await raiseCallout(system);
  await follow(callout, "assigned", 15);
  await system.context.db.query({ text: "delete from session", values: [] });
  await system.context.db.query({ text: "select pg_notify('sessions_ended', '')", values: [] });
  system.clock.advance({ seconds: 31 });
  const seen = await follow(callout, "completed", 150);
  expect(seen.has("completed")).toBe(true);
  expect(troubles.some((trouble) => trouble.includes("401"))).toBe(true);
});

test("While the server is away they wait, and go on when it is back", async () => {
  await second();
  await second();
  const callout = await raiseCallout(system);
  await follow(callout, "assigned", 15);
  world.isConnected = false;
  for (let seconds = 0; seconds < 10; seconds++) await second();
  expect(await phaseOf(callout)).toBe("assigned");
  expect(troubles.length).toBeGreaterThan(0);
  world.isConnected = true;
  expect((await follow(callout, "completed", 150)).has("completed")).toBe(true);
});
