import type { Point } from "./distance.ts";
import { type Geometry, type Polygon, polygonsOf } from "./geometry.ts";
import { type FlatRing, flatten, sideOf } from "./ring.ts";

/** A geometry made ready for many questions: flat numbers, and the box around each polygon to tell most places off. */
export interface PreparedGeometry {
  readonly polygons: readonly PreparedPolygon[];
}

interface PreparedPolygon {
  readonly box: Box;
  readonly outer: FlatRing;
  readonly holes: readonly FlatRing[];
}

interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export function prepareGeometry(geometry: Geometry): PreparedGeometry {
  return { polygons: polygonsOf(geometry).map(preparePolygon) };
}

/**
 * Whether a place lies in the geometry; its edges belong to it, those of its holes too. Straight lines in degrees, as
 * GeoJSON has them. A polygon across the antimeridian is either cut there into two or goes on beyond 180 (RFC 7946
 * §3.1.9): both are understood, since the place is looked for a whole turn to the east and to the west as well. At a pole
 * all longitudes are one place: it lies in whatever reaches it.
 */
export function coversPoint({ polygons }: PreparedGeometry, { latitude, longitude }: Point): boolean {
  if (Math.abs(latitude) === 90) return polygons.some(({ box }) => reachesLatitude(box, latitude));
  // asked for a hundred thousand places at a time: nothing is made anew for one
  for (const polygon of polygons)
    for (let turn = -360; turn <= 360; turn += 360)
      if (holds(polygon, longitude + turn, latitude)) return true;
  return false;
}

/** Latitudes end at 90: what a box has of it is an edge, and edges belong to an area. */
function reachesLatitude({ south, north }: Box, latitude: number): boolean {
  return south <= latitude && latitude <= north;
}

function preparePolygon([outer = [], ...holes]: Polygon): PreparedPolygon {
  const longitudes = outer.map(([longitude]) => longitude);
  const latitudes = outer.map(([, latitude]) => latitude);
  const box = {
    west: Math.min(...longitudes),
    south: Math.min(...latitudes),
    east: Math.max(...longitudes),
    north: Math.max(...latitudes),
  };
  return { box, outer: flatten(outer), holes: holes.map(flatten) };
}

function holds({ box, outer, holes }: PreparedPolygon, x: number, y: number): boolean {
  if (x < box.west || x > box.east || y < box.south || y > box.north) return false;
  return sideOf(outer, x, y) !== "outside" && holes.every((hole) => sideOf(hole, x, y) !== "inside");
}
