import { distanceMetres } from "@tocsin/domain";
import { fixAt } from "@tocsin/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createFleetMemory } from "./fleet-memory.ts";
import type { FleetEntry, Responder } from "./types.ts";

const start = Temporal.Instant.from("2026-01-15T08:00:00Z");

function entry(id: number, facts: Partial<Responder> = {}): FleetEntry {
  const responder: Responder = {
    id,
    supplierId: 1,
    supplierName: "Swift",
    isDemo: false,
    name: `Responder ${id}`,
    callSign: null,
    vehicle: null,
    login: `r${id}`,
    responseTypes: [1],
    onDuty: true,
    dutyUntil: null,
    disabledAt: null,
    ...facts,
  };
  return { responder, fix: null };
}

const near = fc.record({
  latitude: fc.double({ min: -26.3, max: -25.9, noNaN: true }),
  longitude: fc.double({ min: 27.8, max: 28.3, noNaN: true }),
});
const moves = fc.array(fc.record({ id: fc.integer({ min: 1, max: 30 }), point: near, second: fc.nat(600) }), {
  maxLength: 200,
  size: "max",
});

test("However fixes come, the newest of each counts, and the nearest by them are found", () => {
  fc.assert(
    fc.property(moves, near, fc.integer({ min: 1, max: 40 }), (fixes, place, count) => {
      const memory = createFleetMemory();
      for (let id = 1; id <= 30; id++) memory.put(entry(id));
      const newest = new Map<number, { second: number; point: typeof place }>();
      for (const { id, point, second } of fixes) {
        const known = memory.find(id);
        if (!known) throw new Error("put, but not found");
        const isNewer = second > (newest.get(id)?.second ?? -1);
        if (isNewer) newest.set(id, { second, point });
        expect(memory.move(known, fixAt(point, start.add({ seconds: second })))).toBe(isNewer);
      }
      const metres = [...newest]
        .filter(([id]) => id % 3 > 0)
        .map(([, { point }]) => distanceMetres(point, place))
        .toSorted((one, other) => one - other)
        .slice(0, count);
      const found = memory.nearest(place, count, ({ responder }) => responder.id % 3 > 0);
      expect(found).toHaveLength(metres.length);
      // two who are as far but for a rounding may change places
      for (const [index, { fix }] of found.entries())
        expect(fix && distanceMetres(fix, place)).toBeCloseTo(metres[index] ?? Number.NaN, 3);
    }),
  );
});

test("Facts that are read anew never take a newer position back", () => {
  const memory = createFleetMemory();
  const early = fixAt({ latitude: 1, longitude: 1 }, start);
  const late = fixAt({ latitude: 2, longitude: 2 }, start.add({ seconds: 1 }));
  memory.put({ ...entry(1), fix: late });
  memory.put({ ...entry(1, { onDuty: false }), fix: early });
  expect(memory.find(1)).toMatchObject({ responder: { onDuty: false }, fix: late });
  memory.put({ ...entry(1), fix: null });
  expect(memory.find(1)?.fix).toBe(late);
});

test("Whoever listens hears of moves and changes, not of what was too late, and nothing after the end", () => {
  const memory = createFleetMemory();
  const heard: number[] = [];
  const end = memory.subscribe((id) => heard.push(id));
  memory.put(entry(1));
  const move = (second: number): boolean =>
    memory.move(
      memory.find(1) ?? entry(1),
      fixAt({ latitude: 1, longitude: 1 }, start.add({ seconds: second })),
    );
  move(5);
  move(4);
  end();
  move(6);
  expect(heard).toEqual([1, 1]);
});
