import { describe, expect, test } from "vitest";
import type { FilePart, RowError } from "../locations/index.ts";
import { readLocationFile } from "./read-location-file.ts";
import { RowReader } from "./row-reader.ts";

const header = "externalReferenceId,locationIdentifier,latitude,longitude";

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string, pieceBytes = 64 * 1024) {
  const rows: unknown[] = [];
  const errors: RowError[] = [];
  let last: FilePart | undefined;
  for await (const part of readLocationFile(inPieces(new TextEncoder().encode(text), pieceBytes), ",")) {
    rows.push(...(JSON.parse(part.rows.json) as unknown[]));
    errors.push(...part.errors);
    last = part;
  }
  return { rows, errors, rowsRead: last?.rowsRead };
}

describe("a file of places is read", () => {
  test("the same however its bytes come, in the middle of a character too", async () => {
    const text = `\uFEFF${header}\r\nа,"Кафе ""☕""\r\n😀",-26.1,28\r\nb,B,1,2`;
    const whole = await read(text);
    expect(whole.rows).toMatchObject([
      { row: 2, externalReferenceId: "а", locationIdentifier: 'Кафе "☕"\r\n😀', latitude: "-26.1" },
      { row: 3, externalReferenceId: "b" },
    ]);
    for (const size of [1, 2, 3, 7]) expect(await read(text, size)).toEqual(whole);
  });

  test("a small part at a time, so that nothing else waits long", async () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => `${index},N,1,2`).join("\n");
    const sizes: number[] = [];
    for await (const part of readLocationFile(inPieces(Buffer.from(`${header}\n${rows}`), 1 << 20), ","))
      sizes.push(part.rows.count);
    expect(Math.max(...sizes)).toBeLessThan(1_200);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(2_000);
  });

  test("up to a thousand duress codes, since each is hashed slowly; the rest is refused by row", async () => {
    const rows = Array.from({ length: 1_002 }, (_, index) => `${index},N,1,2,4711`).join("\n");
    const { rows: taken, errors } = await read(`${header},duressCode\n${rows}\nlast,N,1,2,`);
    expect(taken).toHaveLength(1_001);
    expect(errors.map(({ row, field }) => [row, field])).toEqual([
      [1_002, "duressCode"],
      [1_003, "duressCode"],
    ]);
    expect(errors[0]?.message).toContain("at most 1000 rows");
  });

  test("up to its limits, and no further", () => {
    const limits = { rows: 3, duressCodes: 9, errors: 4 };
    const take = (...rows: readonly string[]) => {
      const reader = new RowReader(limits);
      for (const row of [header, ...rows]) reader.read(row.split(","));
      return { ...reader.take(), isOver: reader.isOver };
    };
    const good = ["a,A,1,2", "b,B,1,2", "c,C,1,2"];
    expect(take(...good)).toMatchObject({ errors: [], rowsRead: 3, isOver: false });
    expect(take(...good, "d,D,1,2", "e,E,1,2")).toMatchObject({
      errors: [{ row: 5, field: "locations", message: "must have at most 3 rows" }],
      isOver: true,
    });
    const bad = take("a,,91,2", "b,,91,2", "c,,91,2");
    expect(bad.errors.map(({ row, field }) => [row, field])).toEqual([
      [2, "latitude"],
      [2, "locationIdentifier"],
      [3, "latitude"],
      [3, "locationIdentifier"],
      [3, "locations"],
    ]);
    expect(bad.isOver).toBe(true);
  });

  test("and a failure of the source is nobody's mistake in the file", async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`${header}\na,A,1,2\n`);
      throw new Error("the database went away");
    }
    const reading = async () => {
      for await (const part of readLocationFile(broken(), ",")) expect(part.errors).toEqual([]);
    };
    await expect(reading()).rejects.toThrow("the database went away");
  });
});
