import { existsSync, statfsSync } from "node:fs";
import { compiled } from "./node-process.ts";

const memory = "/dev/shm";
const bytesNeeded = 2 * 1024 ** 3;

/**
 * What a run of the tests and its processes find in their environment. What they write is thrown away, so it stays in memory where
 * there is room: commits and copies of databases are spared the disk. The long crash rounds write to the disk, as operators do.
 * Files that threads and processes load again and again are compiled once.
 */
export function prepareEnvironment(): void {
  if (process.env.TOCSIN_CRASH_ROUNDS !== "full" && freeBytes(memory) > bytesNeeded)
    process.env.TMPDIR = memory;
  process.env.NODE_COMPILE_CACHE ??= compiled;
}

function freeBytes(folder: string): number {
  if (!existsSync(folder)) return 0;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
