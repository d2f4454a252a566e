import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { measureSyncMilliseconds } from "./measure-disk.ts";

test("measures, and leaves nothing behind", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tocsin-disk-"));
  expect(await measureSyncMilliseconds(folder)).toBeGreaterThan(0);
  expect(await readdir(folder)).toEqual([]);
  await rm(folder, { recursive: true });
});

test("a folder that cannot be written to is no failure", async () => {
  expect(await measureSyncMilliseconds("/no/such/folder")).toBeNull();
});
