import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Coordinates, Geometry, Ring } from "./geometry.ts";
import { coversPoint, prepareGeometry } from "./polygon.ts";
import { drawStar, star, gridStep as step } from "./testing/star.ts";

const offset = fc.integer({ min: -45 / step, max: 45 / step }).map((steps) => steps * step);

/** How often the ring winds around the point, by the angles under which its edges are seen: nothing of what is tested. */
function windingNumber(ring: Ring, [x, y]: Coordinates): number {
  const angles = ring.slice(1).map(([x2, y2], index) => {
    const [x1, y1] = ring[index] ?? [0, 0];
    const cross = (x1 - x) * (y2 - y) - (x2 - x) * (y1 - y);
    const dot = (x1 - x) * (x2 - x) + (y1 - y) * (y2 - y);
    return Math.atan2(cross, dot);
  });
  return Math.round(angles.reduce((sum, angle) => sum + angle, 0) / (2 * Math.PI));
}

function isNearEdge(ring: Ring, [x, y]: Coordinates): boolean {
  return ring.slice(1).some(([x2, y2], index) => {
    const [x1, y1] = ring[index] ?? [0, 0];
    const squared = (x2 - x1) ** 2 + (y2 - y1) ** 2;
    const along = Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / squared));
    return Math.hypot(x1 + along * (x2 - x1) - x, y1 + along * (y2 - y1) - y) < 1e-6;
  });
}

function covers(geometry: Geometry, [longitude, latitude]: Coordinates): boolean {
  return coversPoint(prepareGeometry(geometry), { latitude, longitude });
}

/** The longitude that people write for it. */
function written(longitude: number): number {
  return longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude;
}

const square: Ring = [
  [0, 0],
  [8, 0],
  [8, 8],
  [0, 8],
  [0, 0],
];
const hole: Ring = [
  [2, 2],
  [2, 6],
  [6, 6],
  [6, 2],
  [2, 2],
];
const holed: Geometry = { type: "Polygon", coordinates: [square, hole] };

describe("a place lies in an area", () => {
  test("exactly when the outer ring winds around it and no hole does", () => {
    fc.assert(
      fc.property(star, offset, offset, fc.boolean(), (star, x, y, isReversed) => {
        const outer = drawStar(star, [0, 0]);
        const inner = drawStar(star, [0, 0], 0.5);
        fc.pre(!isNearEdge(outer, [x, y]) && !isNearEdge(inner, [x, y]));
        const coordinates = [isReversed ? outer.toReversed() : outer, inner];
        const expected = windingNumber(outer, [x, y]) !== 0 && windingNumber(inner, [x, y]) === 0;
        expect(covers({ type: "Polygon", coordinates }, [x, y])).toBe(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  test("wherever on the earth the area lies, across the antimeridian too", () => {
    fc.assert(
      fc.property(star, offset, offset, fc.integer({ min: -180, max: 180 }), (star, x, y, moved) => {
        const here: Geometry = { type: "Polygon", coordinates: [drawStar(star, [0, 0])] };
        const there: Geometry = { type: "Polygon", coordinates: [drawStar(star, [moved, 0])] };
        expect(covers(there, [written(x + moved), y])).toBe(covers(here, [x, y]));
      }),
      { numRuns: 1_000 },
    );
  });

  test("at its corners and on its edges, and on those of its holes, but not in the holes", () => {
    for (const edge of [
      [0, 0],
      [4, 0],
      [8, 8],
      [0, 4],
      [2, 2],
      [4, 2],
      [6, 5],
    ] as const) {
      expect(covers(holed, edge), edge.join()).toBe(true);
    }
    expect(covers(holed, [1, 4])).toBe(true);
    for (const outside of [
      [4, 4],
      [2.5, 5.5],
      [-1, 4],
      [4, 8.000001],
      [9, 0],
    ] as const) {
      expect(covers(holed, outside), outside.join()).toBe(false);
    }
  });

  test("beside a corner that a ray to the east would graze", () => {
    const diamond: Geometry = {
      type: "Polygon",
      coordinates: [
        [
          [0, 0],
          [4, -4],
          [8, 0],
          [4, 4],
          [0, 0],
        ],
      ],
    };
    expect(covers(diamond, [-1, 0])).toBe(false);
    expect(covers(diamond, [1, 0])).toBe(true);
    expect(covers(diamond, [-1, 4])).toBe(false);
  });
});

describe("Fiji lies on both sides of the antimeridian", () => {
  const box = (west: number, east: number): Ring => [
    [west, -20],
    [east, -20],
    [east, -15],
    [west, -15],
    [west, -20],
  ];
  const drawings: readonly [how: string, geometry: Geometry][] = [
    ["cut into two", { type: "MultiPolygon", coordinates: [[box(177, 180)], [box(-180, -178)]] }],
    ["on beyond 180", { type: "Polygon", coordinates: [box(177, 182)] }],
    ["on beyond -180", { type: "Polygon", coordinates: [box(-183, -178)] }],
  ];

  test.each(drawings)("drawn %s", (_how, geometry) => {
    for (const longitude of [177.4, 179.999, 180, -180, -179.5, -178]) {
      expect(covers(geometry, [longitude, -17.8]), `${longitude}`).toBe(true);
    }
    for (const longitude of [176.9, -177.9, 0, 182]) {
      expect(covers(geometry, [longitude, -17.8]), `${longitude}`).toBe(longitude === 182);
    }
  });
});

describe("At a pole all longitudes are one place", () => {
  const cap = (west: number, east: number, edge: number, pole: number): Geometry => ({
    type: "Polygon",
    coordinates: [
      [
        [west, edge],
        [east, edge],
        [east, pole],
        [west, pole],
        [west, edge],
      ],
    ],
  });

  test.each([90, -90])("which lies in whatever reaches %d", (pole) => {
    for (const longitude of [-180, -5, 0, 15, 100, 180]) {
      expect(covers(cap(10, 20, pole * 0.9, pole), [longitude, pole]), `${longitude}`).toBe(true);
      expect(covers(cap(10, 20, pole * 0.9, pole * 0.999), [longitude, pole]), `${longitude}`).toBe(false);
      expect(covers(cap(10, 20, -pole, -pole * 0.9), [longitude, pole]), `${longitude}`).toBe(false);
    }
    expect(covers(cap(-180, 180, pole * 0.9, pole), [77, pole * 0.95])).toBe(true);
    expect(covers(cap(-180, 180, pole * 0.9, pole), [77, pole * 0.85])).toBe(false);
    // beside the pole a meridian tells them apart again
    expect(covers(cap(10, 20, pole * 0.9, pole), [100, pole * 0.999])).toBe(false);
  });
});
