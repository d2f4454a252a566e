import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Coordinates, Polygon, Ring } from "./geometry.ts";
import { coversPoint, prepareGeometry } from "./polygon.ts";
import { enclosedArea } from "./ring.ts";
import { splitAtAntimeridian } from "./split-at-antimeridian.ts";
import { drawStar, gridStep, star } from "./testing/star.ts";

/** Square degrees without the holes. */
function area([outline = [], ...holes]: Polygon): number {
  const sum = (rings: readonly Ring[]): number =>
    rings.reduce((total, ring) => total + Math.abs(enclosedArea(ring)), 0);
  return (sum([outline]) - sum(holes)) / 2;
}

function covers(polygons: readonly Polygon[], longitude: number, latitude: number): boolean {
  const geometry = prepareGeometry({ type: "MultiPolygon", coordinates: polygons });
  return coversPoint(geometry, { latitude, longitude });
}

function expectWellFormed(parts: readonly Polygon[]): void {
  for (const ring of parts.flat()) {
    expect(ring.length).toBeGreaterThanOrEqual(4);
    expect(ring.at(-1)).toEqual(ring[0]);
    for (const [longitude] of ring) expect(Math.abs(longitude)).toBeLessThanOrEqual(180);
  }
}

const square = (west: number, east: number, south = -8, north = 8): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

const turnedStar = fc.record({
  star,
  middle: fc.integer({ min: -230, max: 230 }),
  reversed: fc.boolean(),
});

describe("a polygon that goes on beyond 180 degrees", () => {
  test("covers what it did, is as large as it was, and keeps within 180", () => {
    const point = fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -45, max: 45 }));
    fc.assert(
      fc.property(turnedStar, point, ({ star, middle, reversed }, [longitude, latitude]) => {
        const outline = drawStar(star, [middle, 0]);
        const polygon: Polygon = [
          reversed ? outline.toReversed() : outline,
          drawStar(star, [middle, 0], 0.5),
        ];
        const parts = splitAtAntimeridian(polygon);
        expectWellFormed(parts);
        const sum = parts.reduce((total, part) => total + area(part), 0);
        expect(sum).toBeCloseTo(area(polygon), 6);
        // a hair off the cut and off every corner, where all sides of an edge agree
        const [x, y] = [longitude * 0.99 + gridStep / 7, latitude + gridStep / 3];
        expect(covers(parts, x, y)).toBe(covers([polygon], x, y));
      }),
      { numRuns: 2_000 },
    );
  });

  test("that was drawn crossing itself still gives closed rings within 180", () => {
    const corner = fc.tuple(fc.integer({ min: 150, max: 210 }), fc.integer({ min: -30, max: 30 }));
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 12 }), (corners) => {
        const ring: Ring = [...corners, ...corners.slice(0, 1)];
        expectWellFormed(splitAtAntimeridian([ring]));
      }),
      { numRuns: 1_000 },
    );
  });

  test("comes back as it is when it does not reach beyond, also when its edge lies on the antimeridian", () => {
    for (const polygon of [[square(-180, 180)], [square(170, 180)], [square(20, 30), square(22, 24)]]) {
      expect(splitAtAntimeridian(polygon)).toEqual([polygon]);
    }
  });

  test("keeps a hole on its side, and a hole across becomes part of both outlines", () => {
    const beside = splitAtAntimeridian([square(170, 190), square(174, 176, -1, 1)]);
    expect(beside.map((part) => part.length)).toEqual([2, 1]);
    const across = splitAtAntimeridian([square(170, 190), square(178, 182, -1, 1)]);
    expect(across.map((part) => part.length)).toEqual([1, 1]);
    expect(across.map(area)).toEqual([156, 156]);
  });

  test("that the line meets four times comes apart into three, each with its own hole", () => {
    // two teeth reach over the line, from one body
    const comb: Ring = [
      [170, 0],
      [185, 0],
      [185, 4],
      [175, 4],
      [175, 8],
      [185, 8],
      [185, 12],
      [170, 12],
      [170, 0],
    ];
    const parts = splitAtAntimeridian([comb, square(171, 173, 5, 7), square(182, 183, 1, 2)]);
    expect(parts.map((part) => part.length)).toEqual([2, 1, 2]);
    expect(parts.map(area)).toEqual([96, 20, 19]);
  });

  test("wholly beyond is turned back, to the east and to the west", () => {
    expect(splitAtAntimeridian([square(190, 200)])).toEqual([[square(-170, -160)]]);
    expect(splitAtAntimeridian([square(-200, -190)])).toEqual([[square(160, 170)]]);
    expect(splitAtAntimeridian([square(-185, 175)]).map(area)).toEqual([355 * 16, 5 * 16]);
  });

  test("of ten thousand corners that cross the line again and again is cut within a moment", () => {
    const corners = Array.from({ length: 9_999 }, (_, index): Coordinates => {
      const angle = (2 * Math.PI * index) / 9_999;
      const reach = index % 2 === 0 ? 10 : 5;
      return [180 + reach * Math.cos(angle), reach * Math.sin(angle)];
    });
    const began = performance.now();
    expectWellFormed(splitAtAntimeridian([[...corners, ...corners.slice(0, 1)]]));
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
