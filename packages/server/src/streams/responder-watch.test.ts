import { addResponders, fixAt, useSystem } from "@tocsin/testkit";
import { beforeEach, expect, test } from "vitest";
import { createResponderWatch } from "./responder-watch.ts";

const system = useSystem();
let ids: number[];
let now: number;

beforeEach(async () => {
  ids = (await addResponders(system, 3)).map(({ responderId }) => responderId);
  now = 0;
});

function watch() {
  const watched = createResponderWatch(system.context.fleet, () => now);
  // those of other tests are told of first
  const take = (most = 100) =>
    watched.take(most).flatMap(({ responder }) => (ids.includes(responder.id) ? [responder.id] : []));
  return { take, close: watched.close };
}

function move(index: number, latitude = -26.5): void {
  system.clock.advance({ seconds: 1 });
  system.context.fleet.record(ids[index] ?? 0, [fixAt({ latitude, longitude: 28 }, system.clock.now())]);
}

test("everybody at first, then whoever changed, at most once a second", () => {
  const { take, close } = watch();
  expect(take()).toEqual(ids);
  move(1);
  move(1);
  expect(take()).toEqual([]);
  now = 1_000;
  expect(take()).toEqual([ids[1]]);
  move(0);
  expect(take()).toEqual([]);
  now = 2_000;
  expect(take()).toEqual([ids[0]]);
  close();
});

test("whoever takes slowly is told the newest, not each step, and everybody has a turn", () => {
  const watched = createResponderWatch(system.context.fleet, () => now);
  const told: [number, number | undefined][] = [];
  for (let turn = 0; turn < 100; turn++) {
    move(2, -26 - turn / 1000);
    now += 100;
    for (const { responder, fix } of watched.take(1))
      if (ids.includes(responder.id)) told.push([responder.id, fix?.latitude]);
  }
  watched.close();
  expect(new Set(told.map(([id]) => id))).toEqual(new Set(ids));
  const times = told.filter(([id]) => id === ids[2]);
  expect(times.length).toBeGreaterThan(1);
  expect(times.length).toBeLessThanOrEqual(11);
});
