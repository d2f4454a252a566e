/**
 * A place in the one order of all timeline entries: after the entry `id` of transaction `tx`, and after everything of
 * transactions before. On the wire `<tx>-<id>`.
 */
export interface StreamPosition {
  readonly tx: bigint;
  /** 0: before everything of `tx`. */
  readonly id: number;
}

/** Something with its place in the order. */
export interface Positioned {
  readonly position: StreamPosition;
}

const written = /^(\d{1,19})-(\d{1,15})$/;

export function writePosition({ tx, id }: StreamPosition): string {
  return `${tx}-${id}`;
}

/** Undefined when the text is none. */
export function readPosition(text: string): StreamPosition | undefined {
  const [, tx, id] = written.exec(text) ?? [];
  return tx === undefined ? undefined : { tx: BigInt(tx), id: Number(id) };
}

export function isAfter(one: StreamPosition, other: StreamPosition): boolean {
  return one.tx === other.tx ? one.id > other.id : one.tx > other.tx;
}

export function later(one: StreamPosition, other: StreamPosition): StreamPosition {
  return isAfter(one, other) ? one : other;
}
