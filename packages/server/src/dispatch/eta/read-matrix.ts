import { NotAMatrixError } from "./types.ts";

/** The one column of a matrix of many places to one: a number or null from each row. */
export function readColumn(
  rows: unknown,
  count: number,
  pick: (row: unknown) => unknown,
): readonly (number | null)[] {
  if (!Array.isArray(rows) || rows.length !== count) {
    throw new NotAMatrixError(`${count} rows were asked for; the answer has others`);
  }
  return rows.map((row) => {
    const seconds = pick(row);
    if (seconds === null) return null;
    if (typeof seconds === "number" && seconds >= 0) return Math.ceil(seconds);
    throw new NotAMatrixError("a row has no number of seconds");
  });
}

/** A member of something that may be anything. */
export function member(value: unknown, name: string | number): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
