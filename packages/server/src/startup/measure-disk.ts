import { open, rm } from "node:fs/promises";
import { join } from "node:path";

const budgetMilliseconds = 50;
/** A page of PostgreSQL's log. */
const block = Buffer.alloc(8192);

/**
 * How long this disk takes to keep a small write, as a commit asks of it: milliseconds, the median of what fits into a
 * twentieth of a second. Null when it cannot be measured there.
 */
export async function measureSyncMilliseconds(folder: string): Promise<number | null> {
  const file = join(folder, "sync-probe");
  try {
    await using handle = await open(file, "w", 0o600);
    const samples: number[] = [];
    const until = performance.now() + budgetMilliseconds;
    while (performance.now() < until) {
      const startedAt = performance.now();
      await handle.write(block, 0, block.length, 0);
      await handle.datasync();
      samples.push(performance.now() - startedAt);
    }
    return median(samples);
  } catch {
    return null;
  } finally {
    await rm(file, { force: true });
  }
}

function median(samples: readonly number[]): number | null {
  return samples.toSorted((a, b) => a - b)[Math.floor(samples.length / 2)] ?? null;
}
