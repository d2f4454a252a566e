import type { Point } from "../geo/distance.ts";
import { type Cell, createCell, enter, leave, type Member } from "./cell.ts";
import { cellOf } from "./cells.ts";
import { findNearest } from "./find-nearest.ts";
import { writeVector } from "./vector.ts";

/**
 * Positions in cells of 0.05°, in memory: a move costs next to nothing, and the nearest few are found by looking at
 * rings of cells around a place. Exact everywhere, antimeridian and poles included.
 */
export interface PositionGrid<Item> {
  size(): number;
  /** Puts `id` where it is now, the first time as well. `item` is what is known of it, and what is found. */
  move(id: number, point: Point, item: Item): void;
  /** @returns whether it was there */
  remove(id: number): boolean;
  /**
   * The `count` nearest that pass `accepts`, nearest first, equals by id. Fewer only when there are fewer.
   * @param accepts asked only about those near enough to matter; all pass without it
   */
  nearest(point: Point, count: number, accepts?: (item: Item) => boolean): Item[];
}

export function createPositionGrid<Item>(): PositionGrid<Item> {
  const members = new Map<number, Member<Item>>();
  const cells = new Map<number, Cell<Item>>();

  function cellWith(key: number): Cell<Item> {
    const cell = cells.get(key) ?? createCell<Item>(key);
    if (cell.members.length === 0) cells.set(key, cell);
    return cell;
  }

  function take(member: Member<Item>): void {
    leave(member);
    if (member.cell.members.length === 0) cells.delete(member.cell.key);
  }

  return {
    size: () => members.size,
    move(id, point, item) {
      const key = cellOf(point);
      const known = members.get(id);
      const member: Member<Item> = known ?? { id, item, cell: cellWith(key), slot: 0 };
      if (!known) {
        members.set(id, member);
        enter(member, member.cell);
      } else if (known.cell.key !== key) {
        take(known);
        enter(known, cellWith(key));
      }
      member.item = item;
      writeVector(member.cell.vectors, member.slot, point);
    },
    remove(id) {
      const member = members.get(id);
      if (!member) return false;
      take(member);
      return members.delete(id);
    },
    nearest: (point, count, accepts = () => true) =>
      findNearest({ cells, size: members.size }, point, count, accepts),
  };
}
