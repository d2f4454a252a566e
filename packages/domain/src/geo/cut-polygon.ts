import type { Coordinates, Polygon, Ring } from "./geometry.ts";
import { enclosedArea, flatten, sideOf } from "./ring.ts";

/** A line from pole to pole, and the side of it that is cut off. */
export interface Cut {
  readonly longitude: number;
  readonly cutOff: "east" | "west";
}

/**
 * Cuts a polygon along a line from pole to pole. Each half is a list of polygons, since the line may cut it into several;
 * holes that the line meets become part of their outlines. A corner on the line is on the near side.
 */
export function cutPolygon(
  polygon: Polygon,
  cut: Cut,
): { readonly near: readonly Polygon[]; readonly far: readonly Polygon[] } {
  const [outline = []] = polygon;
  const isFar = ([x]: Coordinates): boolean =>
    cut.cutOff === "east" ? x > cut.longitude : x < cut.longitude;
  if (!outline.some(isFar)) return { near: [polygon], far: [] };
  if (outline.every(isFar)) return { near: [], far: [polygon] };
  return {
    near: half(polygon, cut.longitude, (corner) => !isFar(corner)),
    far: half(polygon, cut.longitude, isFar),
  };
}

type Side = (corner: Coordinates) => boolean;

function half(polygon: Polygon, longitude: number, isHere: Side): Polygon[] {
  const chains = polygon.flatMap((ring, index) => {
    const isTurned = enclosedArea(ring) > 0 === index > 0;
    return chainsOf(isTurned ? ring.toReversed() : ring, longitude, isHere);
  });
  const outlines = joinAlongLine(chains).filter((ring) => enclosedArea(ring) !== 0);
  const holes = polygon.slice(1).filter((hole) => hole.every(isHere));
  return outlines.map((outline) => {
    const flat = flatten(outline);
    const isWithin = ([x, y]: Coordinates): boolean => sideOf(flat, x, y) !== "outside";
    return [outline, ...holes.filter((hole) => hole.every(isWithin))];
  });
}

/** The parts of a ring on this side of the line, each from where it comes over to where it goes back. */
function chainsOf(ring: Ring, longitude: number, isHere: Side): Coordinates[][] {
  const corners = ring.slice(1);
  // from a corner on the other side, so that no part begins in the middle
  const start = corners.findIndex((corner) => !isHere(corner));
  const chains: Coordinates[][] = [];
  let previous = corners[start];
  for (const corner of [...corners.slice(start + 1), ...corners.slice(0, start + 1)]) {
    const comesFrom = previous && isHere(previous) ? "here" : "there";
    if (previous && comesFrom === "there" && isHere(corner))
      chains.push([crossing(previous, corner, longitude)]);
    if (isHere(corner)) chains.at(-1)?.push(corner);
    else if (previous && comesFrom === "here") chains.at(-1)?.push(crossing(previous, corner, longitude));
    previous = corner;
  }
  return chains;
}

function crossing([x1, y1]: Coordinates, [x2, y2]: Coordinates, longitude: number): Coordinates {
  return [longitude, y1 + ((longitude - x1) / (x2 - x1)) * (y2 - y1)];
}

/**
 * Closes chains into rings along the line. With outlines one way round and holes the other each stretch of the line that
 * lies in the polygon has a chain that ends at it and one that starts at it; stretches do not overlap, so from south to north
 * the first end belongs to the first start, and so on, also where several meet in one point.
 */
function joinAlongLine(chains: readonly (readonly Coordinates[])[]): Ring[] {
  const byStart = chains.toSorted((one, other) => latitudeOf(one[0]) - latitudeOf(other[0]));
  const byEnd = chains.toSorted((one, other) => latitudeOf(one.at(-1)) - latitudeOf(other.at(-1)));
  const next = new Map(byEnd.map((chain, index) => [chain, byStart[index]]));
  const waiting = new Set(chains);
  const rings: Ring[] = [];
  for (const first of waiting) {
    const ring: Coordinates[] = [];
    for (let chain: typeof first | undefined = first; chain && waiting.delete(chain); chain = next.get(chain))
      ring.push(...chain);
    rings.push([...ring, ...ring.slice(0, 1)]);
  }
  return rings;
}

function latitudeOf(position: Coordinates | undefined): number {
  return position?.[1] ?? 0;
}
