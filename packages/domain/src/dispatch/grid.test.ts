import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distanceMetres, type Point } from "../geo/distance.ts";
import { createPositionGrid, type PositionGrid } from "./grid.ts";

/** Somebody, and where. */
interface Neighbour {
  readonly id: number;
  readonly point: Point;
}

const anywhere: fc.Arbitrary<Point> = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

/** Fleets bunch up: in a town, over the antimeridian, around a pole, on cell borders. */
const centres: readonly Point[] = [
  { latitude: -33.92, longitude: 18.42 },
  { latitude: -16.8, longitude: 180 },
  { latitude: 65, longitude: -179.99 },
  { latitude: 89.97, longitude: 40 },
  { latitude: -89.99, longitude: -120 },
  { latitude: 0, longitude: 0 },
];

const nearCentre = (spread: number): fc.Arbitrary<Point> =>
  fc
    .tuple(
      fc.constantFrom(...centres),
      fc.double({ min: -spread, max: spread, noNaN: true }),
      fc.double({ min: -spread, max: spread, noNaN: true }),
    )
    .map(([centre, north, east]) => ({
      latitude: Math.max(-90, Math.min(90, centre.latitude + north)),
      longitude: ((((centre.longitude + east + 180) % 360) + 360) % 360) - 180,
    }));

const onBorders = fc.record({
  latitude: fc.integer({ min: -1800, max: 1800 }).map((cells) => cells / 20),
  longitude: fc.integer({ min: -3600, max: 3600 }).map((cells) => cells / 20),
});

const points = fc.oneof(anywhere, nearCentre(0.2), nearCentre(3), onBorders);
const fleets = fc.oneof(
  fc.array(points, { maxLength: 60, size: "max" }),
  fc.array(nearCentre(0.5), { minLength: 200, maxLength: 600, size: "max" }),
  fc.array(nearCentre(0.05), { minLength: 200, maxLength: 600, size: "max" }),
);

function gridOf(fleet: readonly Point[]): PositionGrid<Neighbour> {
  const grid = createPositionGrid<Neighbour>();
  fleet.forEach((point, id) => grid.move(id, point, { id, point }));
  return grid;
}

/** Points all over the unit square, evenly and yet in no line with any cell. */
function spread(count: number): [number, number][] {
  return Array.from({ length: count }, (_, index) => [(index * Math.SQRT2) % 1, (index * 1.324_717_957) % 1]);
}

/** The oracle: look at everybody. */
function bruteForce(
  fleet: ReadonlyMap<number, Point>,
  from: Point,
  count: number,
  accepts: (neighbour: Neighbour) => boolean,
): Neighbour[] {
  return Array.from(fleet, ([id, point]) => ({ id, point, metres: distanceMetres(from, point) }))
    .filter(accepts)
    .toSorted((one, other) => one.metres - other.metres || one.id - other.id)
    .slice(0, count);
}

/** Chords and haversines round differently, so equals may change places: a centimetre decides nothing. */
function expectSame(from: Point, found: readonly Neighbour[], expected: readonly Neighbour[]): void {
  const metres = (neighbours: readonly Neighbour[]) =>
    neighbours.map(({ point }) => distanceMetres(from, point));
  expect(found).toHaveLength(expected.length);
  const expectedMetres = metres(expected);
  metres(found).forEach((each, index) => {
    expect(Math.abs(each - (expectedMetres[index] ?? Number.NaN))).toBeLessThan(0.01);
  });
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
}

describe("PositionGrid", () => {
  test("finds whom brute force finds, anywhere on earth", () => {
    fc.assert(
      fc.property(
        fleets,
        points,
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 1, max: 4 }),
        (fleet, from, count, every) => {
          const accepts = ({ id }: Neighbour) => id % every === 0;
          const all = new Map(fleet.map((point, id) => [id, point]));
          expectSame(
            from,
            gridOf(fleet).nearest(from, count, accepts),
            bruteForce(all, from, count, accepts),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  /** Dense enough that rings of cells decide and not a look at everybody. */
  test.each([
    { name: "a town on the equator", south: -0.2, north: 0.2, west: 36.6, east: 37, count: 4000 },
    { name: "a town far north", south: 69.5, north: 69.8, west: 18, east: 20, count: 6000 },
    {
      name: "both sides of the antimeridian",
      south: -17,
      north: -16.6,
      west: 179.8,
      east: 180.2,
      count: 4000,
    },
    { name: "all around the pole", south: 89.75, north: 90, west: -180, east: 180, count: 30_000 },
    { name: "all around the other pole", south: -90, north: -89.75, west: -180, east: 180, count: 30_000 },
  ])("finds whom brute force finds in $name", ({ south, north, west, east, count }) => {
    const fleet = spread(count).map(([one, other]): Point => {
      const longitude = west + (east - west) * other;
      return {
        latitude: south + (north - south) * one,
        longitude: longitude > 180 ? longitude - 360 : longitude,
      };
    });
    const grid = gridOf(fleet);
    const all = new Map(fleet.map((point, id) => [id, point]));
    for (const from of fleet.filter((_, index) => index % Math.ceil(count / 20) === 0)) {
      const near = { ...from, latitude: Math.max(-90, Math.min(90, from.latitude + 0.003)) };
      expectSame(
        near,
        grid.nearest(near, 6),
        bruteForce(all, near, 6, () => true),
      );
    }
  });

  test("follows moves and removals", () => {
    const steps = fc.array(fc.tuple(fc.nat(40), fc.option(points, { freq: 4 })), {
      maxLength: 300,
      size: "max",
    });
    fc.assert(
      fc.property(steps, points, (moves, from) => {
        const grid = createPositionGrid<Neighbour>();
        const all = new Map<number, Point>();
        const removals: [boolean, boolean][] = [];
        for (const [id, point] of moves) {
          if (!point) removals.push([grid.remove(id), all.delete(id)]);
          else all.set(id, point);
          if (point) grid.move(id, point, { id, point });
        }
        expect(removals.map(([was]) => was)).toEqual(removals.map(([, was]) => was));
        expect(grid.size()).toBe(all.size);
        expectSame(
          from,
          grid.nearest(from, 5),
          bruteForce(all, from, 5, () => true),
        );
      }),
      { numRuns: 200 },
    );
  });

  test("gives what was said of each last", () => {
    const grid = createPositionGrid<string>();
    const here = { latitude: 51.5, longitude: -0.1 };
    grid.move(1, here, "waiting");
    grid.move(1, { ...here, longitude: 1 }, "driving");
    grid.move(1, { ...here, longitude: 1 }, "there");
    expect(grid.nearest(here, 2)).toEqual(["there"]);
    expect(grid.nearest(here, 2, (item) => item !== "there")).toEqual([]);
  });

  test("puts equals in the order of their ids", () => {
    const here = { latitude: 51.5, longitude: -0.1 };
    const grid = gridOf([here, here, here, here]);
    expect(grid.nearest(here, 3).map(({ id }) => id)).toEqual([0, 1, 2]);
  });

  test("looks across the antimeridian and over the pole", () => {
    const grid = gridOf([
      { latitude: 10, longitude: 179.99 },
      { latitude: 10, longitude: 179.5 },
      { latitude: 89.99, longitude: -90 },
      { latitude: 89.8, longitude: 90 },
    ]);
    expect(grid.nearest({ latitude: 10, longitude: -179.99 }, 1)[0]?.id).toBe(0);
    expect(grid.nearest({ latitude: 89.99, longitude: 90 }, 1)[0]?.id).toBe(2);
  });
});
