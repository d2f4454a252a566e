import { watch } from "node:fs/promises";
import { basename, dirname } from "node:path";

/**
 * Does something at each change of a file, one after the other, until the signal. Its folder is watched: whoever writes a file
 * beside it and renames it, as one should, puts another file in its place.
 */
export async function eachChange(file: string, signal: AbortSignal, act: () => Promise<void>): Promise<void> {
  try {
    for await (const { filename } of watch(dirname(file), { signal }))
      if (filename === basename(file)) await act();
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
