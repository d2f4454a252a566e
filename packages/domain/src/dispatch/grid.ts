import type { Point } from "../geo/distance.ts";
import { cellOf } from "./cells.ts";
import { type Entry, findNearest, type Neighbour } from "./find-nearest.ts";
import { setVector } from "./vector.ts";

/**
 * Positions in cells of 0.05°, in memory: a move costs next to nothing, and the nearest few are found by looking at
 * rings of cells around a place. Exact everywhere, antimeridian and poles included.
 */
export interface PositionGrid {
  size(): number;
  /** Puts `id` where it is now, the first time as well. */
  move(id: number, point: Point): void;
  /** @returns whether it was there */
  remove(id: number): boolean;
  /**
   * The `count` nearest that pass `accepts`, nearest first, equals by id. Fewer only when there are fewer.
   * @param accepts asked only about those near enough to matter; all pass without it
   */
  nearest(point: Point, count: number, accepts?: (id: number) => boolean): Neighbour[];
}

export function createPositionGrid(): PositionGrid {
  const entries = new Map<number, Entry>();
  const cells = new Map<number, Entry[]>();

  function enter(entry: Entry, cell: number): void {
    const members = cells.get(cell) ?? [];
    if (members.length === 0) cells.set(cell, members);
    entry.cell = cell;
    entry.slot = members.length;
    members.push(entry);
  }

  /** The last member takes the place that becomes free. */
  function leave({ cell, slot }: Entry): void {
    const members = cells.get(cell);
    const last = members?.pop();
    if (!members || !last) return;
    if (members.length === 0) cells.delete(cell);
    if (last.slot === slot) return;
    members[slot] = last;
    last.slot = slot;
  }

  return {
    size: () => entries.size,
    move(id, point) {
      const cell = cellOf(point);
      const known = entries.get(id);
      const entry: Entry = known ?? { id, latitude: 0, longitude: 0, cell, slot: 0, x: 0, y: 0, z: 0 };
      if (!known) entries.set(id, entry);
      if (known && known.cell !== cell) leave(known);
      if (known?.cell !== cell) enter(entry, cell);
      entry.latitude = point.latitude;
      entry.longitude = point.longitude;
      setVector(entry, point);
    },
    remove(id) {
      const entry = entries.get(id);
      if (!entry) return false;
      leave(entry);
      return entries.delete(id);
    },
    nearest: (point, count, accepts = () => true) => findNearest({ entries, cells }, point, count, accepts),
  };
}
