import { addResponders, fixAt, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();
const place = { latitude: -26.2, longitude: 28.1 };
const at = (seconds: number) => fixAt(place, system.clock.now().add({ seconds }));

async function addOne() {
  const [one] = await addResponders(system, 1);
  if (!one) throw new Error("no responder was made");
  return one;
}

describe("Fixes of a responder", () => {
  test("in any order: the newest moves the marker, the others are stale", async () => {
    const { responderId } = await addOne();
    system.clock.advance({ seconds: 60 });
    const verdict = system.context.fleet.record(responderId, [at(-20), at(-5), at(-10), at(-5)]);
    expect(verdict).toEqual({ accepted: 2, stale: 2, staleIndexes: [2, 3], rejected: [] });
    expect(system.context.fleet.find(responderId)?.fix).toEqual(at(-5));
  });

  test("a late one never moves the marker back", async () => {
    const { responderId } = await addOne();
    const before = system.context.fleet.find(responderId)?.fix;
    const verdict = system.context.fleet.record(responderId, [at(-1)]);
    expect(verdict).toEqual({ accepted: 0, stale: 1, staleIndexes: [0], rejected: [] });
    expect(system.context.fleet.find(responderId)?.fix).toBe(before);
  });

  test("of the future or of last year are rejected with the reason, each by its place in the list", async () => {
    const { responderId } = await addOne();
    const verdict = system.context.fleet.record(responderId, [
      at(61),
      at(60),
      at(-24 * 3600 - 1),
      at(-365 * 24 * 3600),
      at(-24 * 3600),
    ]);
    expect(verdict).toEqual({
      accepted: 1,
      stale: 1,
      staleIndexes: [4],
      rejected: [
        { index: 0, reason: "recordedAt is 61 s in the future" },
        { index: 2, reason: "recordedAt is more than 24 h ago" },
        { index: 3, reason: "recordedAt is more than 24 h ago" },
      ],
    });
  });

  test("of nobody are rejected", () => {
    const reason = "there is no such responder";
    expect(system.context.fleet.record(1, [at(0)]).rejected).toEqual([{ index: 0, reason }]);
  });
});

test("A gateway reports its own supplier's responders: others do not exist for it", async () => {
  const own = await addOne();
  const foreign = await addOne();
  system.clock.advance({ seconds: 1 });
  const verdict = system.context.fleet.recordReported(
    [
      { index: 4, responderId: own.responderId, fix: at(0) },
      { index: 5, responderId: foreign.responderId, fix: at(0) },
      { index: 9, responderId: 1, fix: at(0) },
    ],
    own.supplierId,
  );
  const reason = "there is no such responder";
  expect(verdict).toEqual({
    accepted: 1,
    stale: 0,
    staleIndexes: [],
    rejected: [
      { index: 5, reason },
      { index: 9, reason },
    ],
  });
  expect(system.context.fleet.find(foreign.responderId)?.fix?.latitude).toBe(-26.1);
});
