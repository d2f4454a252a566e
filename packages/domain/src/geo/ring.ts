import type { Ring } from "./geometry.ts";

/** Longitude, latitude, longitude, latitude … */
export type FlatRing = Float64Array;

export function flatten(ring: Ring): FlatRing {
  return Float64Array.from(ring.flat());
}

/**
 * Which side of a ring a point is on, by how often a ray to the east crosses the ring. An edge counts with its lower end
 * and without its upper one, so that a corner is crossed once.
 */
export function sideOf(ring: FlatRing, x: number, y: number): "inside" | "edge" | "outside" {
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

/** Twice the area in square degrees, by the shoelace formula; its sign is the direction. */
export function enclosedArea(ring: Ring): number {
  return ring.slice(1).reduce((sum, [x2, y2], index) => {
    const [x1, y1] = ring[index] ?? [0, 0];
    return sum + x1 * y2 - x2 * y1;
  }, 0);
}
