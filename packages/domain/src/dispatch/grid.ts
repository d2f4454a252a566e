import { distanceMetres, type Point } from "../geo/distance.ts";
import { Nearest } from "./nearest.ts";
import { type Box, boxAround, cellAngle, cellAt, cellCount, cellOf, emptyBox } from "./cells.ts";
import { setVector, squaredChord, squaredChordOf, toVector, type Vector } from "./vector.ts";

interface Entry extends Vector {
  readonly id: number;
  cell: number;
  /** Index among the members of its cell. */
  slot: number;
  latitude: number;
  longitude: number;
}

/** One found by {@link PositionGrid.nearest}. */
export interface Neighbour {
  readonly id: number;
  readonly distanceMetres: number;
}

/**
 * Positions in cells of 0.05°, in memory: a move costs next to nothing, and the nearest few are found by looking at
 * rings of cells around a place. Exact everywhere, antimeridian and poles included.
 */
export class PositionGrid {
  readonly #entries = new Map<number, Entry>();
  readonly #cells = new Map<number, Entry[]>();

  get size(): number {
    return this.#entries.size;
  }

  /** Puts `id` where it is now, the first time as well. */
  move(id: number, point: Point): void {
    const cell = cellOf(point);
    let entry = this.#entries.get(id);
    if (!entry) {
      entry = { id, cell, slot: 0, latitude: 0, longitude: 0, x: 0, y: 0, z: 0 };
      this.#entries.set(id, entry);
      this.#enter(entry, cell);
    } else if (entry.cell !== cell) {
      this.#leave(entry);
      this.#enter(entry, cell);
    }
    place(entry, point);
  }

  /** @returns whether it was there */
  remove(id: number): boolean {
    const entry = this.#entries.get(id);
    if (!entry) return false;
    this.#leave(entry);
    return this.#entries.delete(id);
  }

  /**
   * The `count` nearest that pass `accepts`, nearest first, equals by id. Fewer only when there are fewer.
   *
   * Looks at boxes that hold a growing circle. Whatever lies outside is further away than the circle is wide, so once
   * `count` were found inside the circle they are the ones. In a thin fleet empty cells would outnumber responders; then
   * all are looked at instead.
   */
  nearest(point: Point, count: number, accepts: (id: number) => boolean = () => true): Neighbour[] {
    const found = new Nearest<Entry>(count, ({ id }) => accepts(id));
    const centre = toVector(point);
    let looked = emptyBox;
    let cellsLooked = 0;
    for (let angle = cellAngle / 16; ; angle *= 1.6) {
      const box = boxAround(point, angle);
      cellsLooked += cellCount(box) - cellCount(looked);
      if (cellsLooked > this.#entries.size) return this.#nearestOfAll(point, found, centre);
      this.#offerRing(box, looked, found, centre);
      looked = box;
      if (found.isFullWithin(squaredChordOf(angle))) return describe(found, point);
    }
  }

  #nearestOfAll(point: Point, found: Nearest<Entry>, centre: Vector): Neighbour[] {
    found.clear();
    for (const entry of this.#entries.values()) found.offer(entry, squaredChord(entry, centre));
    return describe(found, point);
  }

  /** What is in `box` and was not in `looked`. */
  #offerRing(box: Box, looked: Box, found: Nearest<Entry>, centre: Vector): void {
    for (let row = box.south; row <= box.north; row++) {
      const wasLooked = row >= looked.south && row <= looked.north;
      for (let column = box.west; column <= box.east; column++) {
        if (wasLooked && column === looked.west) {
          column = looked.east;
          continue;
        }
        const cell = this.#cells.get(cellAt(row, column));
        if (!cell) continue;
        for (const entry of cell) found.offer(entry, squaredChord(entry, centre));
      }
    }
  }

  #enter(entry: Entry, cell: number): void {
    let members = this.#cells.get(cell);
    if (!members) {
      members = [];
      this.#cells.set(cell, members);
    }
    entry.cell = cell;
    entry.slot = members.length;
    members.push(entry);
  }

  #leave(entry: Entry): void {
    const members = this.#cells.get(entry.cell);
    const last = members?.pop();
    if (!members || !last) return;
    if (last !== entry) {
      members[entry.slot] = last;
      last.slot = entry.slot;
    }
    if (members.length === 0) this.#cells.delete(entry.cell);
  }
}

function place(entry: Entry, point: Point): void {
  entry.latitude = point.latitude;
  entry.longitude = point.longitude;
  setVector(entry, point);
}

/** Chords only order; the distance that is told is the same as everywhere else. */
function describe(found: Nearest<Entry>, point: Point): Neighbour[] {
  return found.items.map((entry) => ({ id: entry.id, distanceMetres: distanceMetres(entry, point) }));
}
