import { distanceMetres, type Point } from "../geo/distance.ts";
import { type Box, boxAround, cellAngle, cellAt, cellCount, emptyBox } from "./cells.ts";
import { createNearest, type Nearest } from "./nearest.ts";
import { squaredChord, squaredChordOf, toVector, type Vector } from "./vector.ts";

/** Somebody with a position, as the grid keeps it. */
export interface Entry extends Vector {
  readonly id: number;
  latitude: number;
  longitude: number;
  cell: number;
  /** Index among the members of its cell. */
  slot: number;
}

export interface Neighbour {
  readonly id: number;
  readonly distanceMetres: number;
}

interface Cells {
  readonly entries: ReadonlyMap<number, Entry>;
  readonly cells: ReadonlyMap<number, readonly Entry[]>;
}

/** The circle first looked at, in cells: less than one, since in a dense fleet one cell holds hundreds. */
const firstReach = 1 / 16;
const growth = 1.6;

/**
 * Looks at the boxes that hold a growing circle. Whatever lies outside is further away than the circle is wide, so once
 * `count` were found inside the circle they are the ones. In a thin fleet empty cells would outnumber its members; then
 * all of these are looked at instead.
 */
export function findNearest(
  { entries, cells }: Cells,
  point: Point,
  count: number,
  accepts: (id: number) => boolean,
): Neighbour[] {
  const found = createNearest<Entry>(count, ({ id }) => accepts(id));
  const centre = toVector(point);
  let looked = emptyBox;
  let angle = cellAngle * firstReach;
  for (let isComplete = count === 0; !isComplete; angle *= growth) {
    const box = boxAround(point, angle);
    if (cellCount(box) > entries.size) {
      found.clear();
      offerAll(entries.values(), found, centre);
      break;
    }
    for (const key of ring(box, looked)) offerAll(cells.get(key) ?? [], found, centre);
    looked = box;
    isComplete = found.isFullWithin(squaredChordOf(angle));
  }
  // chords only order; the distance that is told is the same as everywhere else
  return found.items.map((entry) => ({ id: entry.id, distanceMetres: distanceMetres(entry, point) }));
}

/** The keys of the cells in `box` that were not in `looked`, which lies within it. */
function* ring(box: Box, looked: Box): Generator<number> {
  for (let row = box.south; row <= box.north; row++) {
    const wasLooked = row >= looked.south && row <= looked.north;
    for (let column = box.west; column <= box.east; column++) {
      if (wasLooked && column === looked.west) column = looked.east;
      else yield cellAt(row, column);
    }
  }
}

function offerAll(candidates: Iterable<Entry>, found: Nearest<Entry>, centre: Vector): void {
  for (const entry of candidates) found.offer(entry, squaredChord(entry, centre));
}
