import type { Point } from "../geo/distance.ts";
import type { Cell, Member } from "./cell.ts";
import { type Box, boxAround, cellAngle, cellAt, cellCount, emptyBox } from "./cells.ts";
import { createNearest, type Nearest } from "./nearest.ts";
import { squaredChord, squaredChordOf, vectorLength, writeVector } from "./vector.ts";

/** Cells by their keys, and how many are in all of them. */
interface Cells<Item> {
  readonly cells: ReadonlyMap<number, Cell<Item>>;
  readonly size: number;
}

/** The circle first looked at, in cells: less than one, since in a dense fleet one cell holds hundreds. */
const firstReach = 1 / 16;
const growth = 1.6;

/**
 * Looks at the boxes that hold a growing circle. Whatever lies outside is further away than the circle is wide, so once
 * `count` were found inside the circle they are the ones. In a thin fleet empty cells would outnumber its members; then
 * all of these are looked at instead.
 */
export function findNearest<Item>(
  { cells, size }: Cells<Item>,
  point: Point,
  count: number,
  accepts: (item: Item) => boolean,
): Item[] {
  const found = createNearest<Member<Item>>(count, ({ item }) => accepts(item));
  const centre = new Float64Array(vectorLength);
  writeVector(centre, 0, point);
  let looked = emptyBox;
  let angle = cellAngle * firstReach;
  for (let isComplete = count === 0; !isComplete; angle *= growth) {
    const box = boxAround(point, angle);
    if (cellCount(box) > size) {
      found.clear();
      for (const cell of cells.values()) offerAll(cell, found, centre);
      break;
    }
    offerRing(cells, { box, looked }, found, centre);
    looked = box;
    isComplete = found.worst() < squaredChordOf(angle);
  }
  return found.all().map(({ item }) => item);
}

/** The cells in `box` that were not in `looked`, which lies within it. */
function offerRing<Item>(
  cells: ReadonlyMap<number, Cell<Item>>,
  { box, looked }: { readonly box: Box; readonly looked: Box },
  found: Nearest<Member<Item>>,
  centre: Float64Array,
): void {
  for (let row = box.south; row <= box.north; row++) {
    const wasLooked = row >= looked.south && row <= looked.north;
    for (let column = box.west; column <= box.east; column++) {
      if (wasLooked && column === looked.west) {
        column = looked.east;
        continue;
      }
      const cell = cells.get(cellAt(row, column));
      if (cell) offerAll(cell, found, centre);
    }
  }
}

function offerAll<Item>(
  { members, vectors }: Cell<Item>,
  found: Nearest<Member<Item>>,
  centre: Float64Array,
): void {
  let worst = found.worst();
  for (let slot = 0; slot < members.length; slot++) {
    const measure = squaredChord(vectors, slot, centre);
    // most are too far, and are not even looked up
    if (measure > worst) continue;
    const member = members[slot];
    if (member) found.offer(member, measure);
    worst = found.worst();
  }
}
