import type { Point } from "@tocsin/domain";
import type { Geometry, Ring } from "./types.ts";

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

/** Longitude, latitude, longitude, latitude … */
type FlatRing = Float64Array;

export function prepareGeometry(geometry: Geometry): PreparedGeometry {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return { polygons: polygons.map(preparePolygon) };
}

/**
 * Whether a place lies in the geometry; its edges belong to it, those of its holes too. Straight lines in degrees, as
 * GeoJSON has them. A polygon across the antimeridian is either cut there into two or goes on beyond 180 (RFC 7946
 * §3.1.9): both are understood, since the place is looked for a whole turn to the east and to the west as well.
 */
export function coversPoint({ polygons }: PreparedGeometry, { latitude, longitude }: Point): boolean {
  const turns = [longitude, longitude - 360, longitude + 360];
  return polygons.some((polygon) => turns.some((turned) => holds(polygon, turned, latitude)));
}

function preparePolygon([outer = [], ...holes]: readonly Ring[]): PreparedPolygon {
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

function flatten(ring: Ring): FlatRing {
  return Float64Array.from(ring.flat());
}

function holds({ box, outer, holes }: PreparedPolygon, x: number, y: number): boolean {
  if (x < box.west || x > box.east || y < box.south || y > box.north) return false;
  return sideOf(outer, x, y) !== "outside" && holes.every((hole) => sideOf(hole, x, y) !== "inside");
}

/**
 * Which side of a ring a point is on, by how often a ray to the east crosses the ring. An edge counts with its lower end
 * and without its upper one, so that a corner is crossed once.
 */
function sideOf(ring: FlatRing, x: number, y: number): "inside" | "edge" | "outside" {
  let isInside = false;
  let [x2 = 0, y2 = 0] = ring;
  for (let index = 2; index < ring.length; index += 2) {
    const x1 = x2;
    const y1 = y2;
    x2 = ring[index] ?? 0;
    y2 = ring[index + 1] ?? 0;
    if ((y < y1 && y < y2) || (y > y1 && y > y2)) continue;
    const left = (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1);
    if (left === 0 && x >= Math.min(x1, x2) && x <= Math.max(x1, x2)) return "edge";
    if (y1 > y !== y2 > y && left > 0 === y2 > y1) isInside = !isInside;
  }
  return isInside ? "inside" : "outside";
}
