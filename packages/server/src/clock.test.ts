import { expect, test } from "vitest";
import { systemClock } from "./clock.ts";

const start = Date.parse("2026-01-15T08:00:00Z");
const minute = 60_000;

/** A machine whose two clocks are moved by hand. */
function machine() {
  let wall = start;
  let monotonic = 12_345.678;
  return {
    wall: () => wall,
    monotonic: () => monotonic,
    pass(milliseconds: number) {
      wall += milliseconds;
      monotonic += milliseconds;
    },
    set(milliseconds: number) {
      wall += milliseconds;
    },
  };
}

test("time passes", () => {
  const sources = machine();
  const clock = systemClock(sources);
  expect(clock.now().epochMilliseconds).toBe(start);
  sources.pass(minute);
  expect(clock.now().epochMilliseconds).toBe(start + minute);
});

test("a clock that is set back is not followed, and time goes on", () => {
  const sources = machine();
  const clock = systemClock(sources);
  sources.set(-60 * minute);
  expect(clock.now().epochMilliseconds).toBe(start);
  sources.pass(minute);
  expect(clock.now().epochMilliseconds).toBe(start + minute);
});

test("after a sleep of the machine, or when its clock is put right, the node is not left behind", () => {
  const sources = machine();
  const clock = systemClock(sources);
  sources.set(8 * 60 * minute);
  expect(clock.now().epochMilliseconds).toBe(start + 8 * 60 * minute);
  sources.pass(minute);
  expect(clock.now().epochMilliseconds).toBe(start + (8 * 60 + 1) * minute);
});
