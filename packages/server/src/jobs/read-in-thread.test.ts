import { expect, test } from "vitest";
import type { FilePart } from "../locations/index.ts";
import { readInThread } from "./read-in-thread.ts";
import { readLocationFile } from "./read-location-file.ts";

const header = "externalReferenceId;name;latitude;longitude;colour";

async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function collect(parts: AsyncIterable<FilePart>): Promise<FilePart[]> {
  return Array.fromAsync(parts);
}

test("a thread reads the same as is read here, part by part", async () => {
  const rows = Array.from({ length: 1_000 }, (_, index) => `${index};Café ${index};${index % 100};2;red`);
  for (const size of [100, 64 * 1024]) {
    const text = [header, ...rows].join("\n");
    const here = await collect(readLocationFile(inPieces(text, size), ";"));
    expect(await collect(readInThread(inPieces(text, size), ";"))).toEqual(here);
    expect(here.reduce((sum, part) => sum + part.rows.count, 0)).toBe(910);
  }
});

test("a file without a byte is read too", async () => {
  const parts = await collect(readInThread(inPieces("", 1), ";"));
  expect(parts.flatMap((part) => part.errors)).toMatchObject([{ row: 1, field: "locations" }]);
});

test("a failure of the source comes out, and whoever stops early ends the source", async () => {
  let ended = 0;
  async function* broken(): AsyncGenerator<Uint8Array> {
    try {
      yield new TextEncoder().encode(`${header}\n${"a;A;1;2;red\n".repeat(1_000)}`);
      throw new Error("the database went away");
    } finally {
      ended++;
    }
  }
  await expect(collect(readInThread(broken(), ";"))).rejects.toThrow("the database went away");
  for await (const part of readInThread(broken(), ";")) {
    expect(part.rows.count).toBeGreaterThan(0);
    break;
  }
  expect(ended).toBe(2);
});
