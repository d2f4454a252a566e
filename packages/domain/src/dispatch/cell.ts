import { vectorLength } from "./vector.ts";

const firstRoom = 8;

/** Whoever is within a cell, and where: the vector of a member stands at its slot. */
export interface Cell<Item> {
  readonly key: number;
  readonly members: Member<Item>[];
  vectors: Float64Array;
}

export interface Member<Item> {
  readonly id: number;
  item: Item;
  cell: Cell<Item>;
  slot: number;
}

export function createCell<Item>(key: number): Cell<Item> {
  return { key, members: [], vectors: new Float64Array(firstRoom * vectorLength) };
}

/** Its vector is still to be written. */
export function enter<Item>(member: Member<Item>, cell: Cell<Item>): void {
  member.cell = cell;
  member.slot = cell.members.length;
  cell.members.push(member);
  if (cell.members.length * vectorLength <= cell.vectors.length) return;
  const wider = new Float64Array(cell.vectors.length * 2);
  wider.set(cell.vectors);
  cell.vectors = wider;
}

/** The last member takes the place that becomes free. */
export function leave<Item>({ cell, slot }: Member<Item>): void {
  const last = cell.members.pop();
  if (!last || last.slot === slot) return;
  const from = last.slot * vectorLength;
  cell.vectors.copyWithin(slot * vectorLength, from, from + vectorLength);
  cell.members[slot] = last;
  last.slot = slot;
}
