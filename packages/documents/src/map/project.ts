import type { GeoProjection } from "d3-geo";

/** A point of a map in map units, x to the right and y downwards. */
export type Point = readonly [x: number, y: number];

/** NaN where the projection has no such place. */
export function project(projection: GeoProjection, longitude: number, latitude: number): Point {
  const [x = Number.NaN, y = Number.NaN] = projection([longitude, latitude]) ?? [];
  return [x, y];
}
