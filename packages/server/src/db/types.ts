import { types } from "pg";

const int8 = 20;
const int8Array = 1016;
const timestamptz = 1184;

/** How columns read back: `bigint` as a safe integer, in arrays too, `timestamptz` as Temporal.Instant. */
export const columnTypes = {
  getTypeParser(oid: number, format?: "text" | "binary"): (text: string) => unknown {
    if (oid === int8) return readInteger;
    if (oid === int8Array) return readIntegers;
    if (oid === timestamptz) return readInstant;
    return types.getTypeParser(oid, format ?? "text") as (text: string) => unknown;
  },
};

function readInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit a JSON number`);
  return value;
}

/** PostgreSQL writes `{1,2,3}`. */
function readIntegers(text: string): number[] {
  return text === "{}" ? [] : text.slice(1, -1).split(",").map(readInteger);
}

function readInstant(text: string): Temporal.Instant {
  return Temporal.Instant.from(text);
}
