import { fixAt } from "@tocsin/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createWaitingMarkers } from "./waiting-markers.ts";

const start = Temporal.Instant.from("2026-01-15T08:00:00Z");
const of = (responderId: number, second = 0) => ({
  responderId,
  fix: fixAt({ latitude: 1, longitude: 1 }, start.add({ seconds: second })),
});
const idsOf = (fixes: readonly { responderId: number }[]) => fixes.map(({ responderId }) => responderId);

test("The urgent ones go first, the others in the order in which they began to wait", () => {
  const markers = createWaitingMarkers();
  for (const id of [1, 2, 3, 4, 5]) markers.add(of(id));
  markers.add(of(2, 9));
  expect(idsOf(markers.take([4, 77], 2))).toEqual([4, 1, 2]);
  expect(idsOf(markers.take([], Number.POSITIVE_INFINITY))).toEqual([3, 5]);
  expect(markers.size).toBe(0);
});

test("Of each only the newest is taken, and what comes back never replaces a newer one", () => {
  const markers = createWaitingMarkers();
  markers.add(of(1, 1));
  markers.add(of(1, 2));
  const taken = markers.take([], 10);
  expect(taken).toEqual([of(1, 2)]);
  markers.add(of(1, 3));
  markers.putBack(taken);
  expect(markers.take([], 10)).toEqual([of(1, 3)]);
});

test("Whatever happens, nobody's newest fix is lost", () => {
  const acts = fc.array(
    fc.oneof(
      fc.record({ add: fc.integer({ min: 1, max: 8 }) }),
      fc.record({ take: fc.nat(4), urgent: fc.array(fc.integer({ min: 1, max: 8 })), fails: fc.boolean() }),
    ),
    { maxLength: 60, size: "max" },
  );
  fc.assert(
    fc.property(acts, (steps) => {
      const markers = createWaitingMarkers();
      const sent = new Map<number, unknown>();
      const stored = new Map<number, unknown>();
      for (const [second, step] of steps.entries()) {
        if ("add" in step) {
          sent.set(step.add, of(step.add, second).fix);
          markers.add(of(step.add, second));
          continue;
        }
        const taken = markers.take(step.urgent, step.take);
        if (step.fails) markers.putBack(taken);
        else for (const { responderId, fix } of taken) stored.set(responderId, fix);
      }
      for (const { responderId, fix } of markers.take([], Number.POSITIVE_INFINITY))
        stored.set(responderId, fix);
      expect(stored).toEqual(sent);
    }),
  );
});
