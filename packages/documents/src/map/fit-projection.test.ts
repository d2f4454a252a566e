import { geoDistance } from "d3-geo";
import fc from "fast-check";
import { expect, it } from "vitest";
import { fitProjection } from "./fit-projection.ts";
import type { Position } from "./map-input.ts";
import { project } from "./project.ts";

const box = { left: 0, top: 0, right: 640, bottom: 360 };
const margin = 34;
const earthRadiusMetres = 6_371_008.8;

/** A town anywhere on earth, the date line and the poles included. */
const town = fc
  .record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    offsets: fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
      minLength: 1,
      maxLength: 20,
    }),
  })
  .map(({ latitude, longitude, offsets }) =>
    offsets.map(
      ([north, east]): Position => ({
        latitude: Math.max(-90, Math.min(90, latitude + north / 1_000)),
        longitude: ((longitude + east / 1_000 + 540) % 360) - 180,
      }),
    ),
  );

it("shows every position within the margin, wherever on earth", () => {
  fc.assert(
    fc.property(town, (positions) => {
      const { projection } = fitProjection(positions, box, margin);
      for (const { latitude, longitude } of positions) {
        const [x, y] = project(projection, longitude, latitude);
        expect(x).toBeGreaterThanOrEqual(box.left + margin - 0.01);
        expect(x).toBeLessThanOrEqual(box.right - margin + 0.01);
        expect(y).toBeGreaterThanOrEqual(box.top + margin - 0.01);
        expect(y).toBeLessThanOrEqual(box.bottom - margin + 0.01);
      }
    }),
  );
});

it("gives lengths on the map their true length on the ground", () => {
  fc.assert(
    fc.property(town, (positions) => {
      const { projection, metresPerUnit } = fitProjection(positions, box, margin);
      const [turned, tilted] = projection.rotate();
      const [centreX, centreY] = project(projection, -turned, -tilted);
      for (const { latitude, longitude } of positions) {
        const [x, y] = project(projection, longitude, latitude);
        const metres = geoDistance([-turned, -tilted], [longitude, latitude]) * earthRadiusMetres;
        expect(Math.hypot(x - centreX, y - centreY) * metresPerUnit).toBeCloseTo(metres, 0);
      }
    }),
  );
});

it("shows a single position in the middle, with its neighbourhood", () => {
  const { projection, metresPerUnit } = fitProjection([{ latitude: -33.9, longitude: 18.4 }], box, margin);
  const [x, y] = project(projection, 18.4, -33.9);
  expect([x, y]).toEqual([expect.closeTo(320), expect.closeTo(180)]);
  expect(metresPerUnit * 640).toBeCloseTo(800);
});

it("knows no seam at the date line", () => {
  const fiji = [
    { latitude: -17.8, longitude: 179.9 },
    { latitude: -17.8, longitude: -179.9 },
  ];
  const { projection, metresPerUnit } = fitProjection(fiji, box, margin);
  expect(project(projection, -179.9, -17.8)[0]).toBeGreaterThan(project(projection, 179.9, -17.8)[0]);
  expect(metresPerUnit).toBeLessThan(40);
});
