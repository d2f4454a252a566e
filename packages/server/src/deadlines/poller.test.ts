import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPoller } from "./poller.ts";

/** Milliseconds at which each look began. */
let looks: number[] = [];

beforeEach(() => {
  looks = [];
  vi.useFakeTimers({ now: 0, toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => vi.useRealTimers());

const poller = (wait: number, rest = 0) =>
  createPoller(async () => {
    looks.push(Math.round(performance.now()));
    return wait;
  }, rest);

test("looks at once, and again after as long as the look says", async () => {
  const { start, stop } = poller(100);
  start();
  await vi.advanceTimersByTimeAsync(250);
  expect(looks).toEqual([0, 100, 200]);
  await stop();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(looks).toHaveLength(3);
});

test("a hint is followed at once", async () => {
  const { start, stop, wake } = poller(100);
  start();
  await vi.advanceTimersByTimeAsync(30);
  wake();
  await vi.advanceTimersByTimeAsync(99);
  expect(looks).toEqual([0, 30]);
  await stop();
});

test("hints in a row are followed together, after a rest; one after a silence is followed at once", async () => {
  const { start, stop, wake } = poller(1_000, 10);
  start();
  await vi.advanceTimersByTimeAsync(50);
  for (let each = 0; each < 9; each++) {
    wake();
    await vi.advanceTimersByTimeAsync(2);
  }
  await vi.advanceTimersByTimeAsync(100);
  expect(looks).toEqual([0, 50, 60, 70]);
  await stop();
});

test("a hint during a look is followed after it", async () => {
  const going = Promise.withResolvers<number>();
  let begun = 0;
  const { start, stop, wake } = createPoller(() => {
    begun++;
    return begun === 1 ? going.promise : Promise.resolve(1_000);
  });
  start();
  wake();
  going.resolve(1_000);
  await vi.advanceTimersByTimeAsync(1);
  expect(begun).toBe(2);
  await stop();
});

test("stop waits for a look that is under way, and none comes after it", async () => {
  const going = Promise.withResolvers<number>();
  const { start, stop, wake } = createPoller(() => going.promise);
  start();
  let hasStopped = false;
  const stopping = stop().then(() => {
    hasStopped = true;
  });
  await vi.advanceTimersByTimeAsync(1);
  expect(hasStopped).toBe(false);
  going.resolve(0);
  await stopping;
  wake();
  await vi.advanceTimersByTimeAsync(10);
  expect(vi.getTimerCount()).toBe(0);
});
