import fc from "fast-check";
import { expect, test } from "vitest";
import { alarmOf } from "./alarm-of.ts";
import type { AlarmKind } from "./decision.ts";
import { anything } from "./testing/arbitrary-events.ts";
import { raised } from "./testing/people.ts";
import { World } from "./testing/world.ts";

const steps = fc.array(fc.tuple(anything, fc.integer({ min: 0, max: 4000 })), { maxLength: 60, size: "max" });

test("the alarms of every decision can be read off its entries", () => {
  const seen = new Set<AlarmKind>();
  fc.assert(
    fc.property(steps, (through) => {
      const world = new World();
      world.apply(raised);
      for (const [happening, seconds] of through) {
        world.pass(seconds);
        const decision = world.apply(happening(world));
        if (!decision.ok) continue;
        const rung = decision.alarms.map(({ kind }) => kind);
        expect(decision.entries.flatMap((entry) => alarmOf(entry, decision.state) ?? [])).toEqual(rung);
        for (const kind of rung) seen.add(kind);
      }
    }),
    { numRuns: 300 },
  );
  expect(seen.size).toBe(7);
});
