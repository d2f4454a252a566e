import { fixAt } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { createTrackThinning } from "./thin-track.ts";

const start = Temporal.Instant.from("2026-01-15T08:00:00Z");
const fix = (second: number, isLate = false) => ({
  responderId: 7001,
  fix: fixAt({ latitude: 1, longitude: 1 }, start.add({ seconds: second })),
  isLate,
});

test("Of a free responder one fix a minute is kept", () => {
  const isKept = createTrackThinning();
  const kept = Array.from({ length: 300 }, (_, second) => second).filter((second) =>
    isKept(fix(second), false),
  );
  expect(kept).toEqual([0, 60, 120, 180, 240]);
});

test("Of one with an offer or an assignment everything is kept", () => {
  const isKept = createTrackThinning();
  const kept = Array.from({ length: 10 }, (_, second) => second).filter((second) =>
    isKept(fix(second), second > 4),
  );
  expect(kept).toEqual([0, 5, 6, 7, 8, 9]);
});

test("What comes late is kept, and does not count as the last one kept", () => {
  const isKept = createTrackThinning();
  expect([isKept(fix(100), false), isKept(fix(20, true), false), isKept(fix(110), false)]).toEqual([
    true,
    true,
    false,
  ]);
});

test("Responders are thinned each by itself", () => {
  const isKept = createTrackThinning();
  expect([isKept(fix(0), false), isKept({ ...fix(1), responderId: 7002 }, false)]).toEqual([true, true]);
});
