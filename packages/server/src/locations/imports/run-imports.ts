import { type DedicatedConnection, sql } from "../../db/index.ts";
import { beginOldestImport } from "./import-store.ts";
import { giveUp, runImport } from "./run-import.ts";
import { prepareForFiles } from "./staging-store.ts";
import type { ImportMeans, ReadFile } from "./types.ts";

/** A file that ended its reader so often is not begun again. */
const mostAttempts = 5;

/** Held as long as the connection lives. */
const takeTurn = sql(
  "location-import-take-turn",
  "select pg_try_advisory_lock(hashtextextended('location-import', $1)) as taken",
);

/**
 * Works through the files of a tenant, the oldest first, one after the other, whichever node they came to.
 * @throws Error when another node is at them just now
 */
export async function runImports(
  means: ImportMeans,
  customerSourceId: number,
  readFile: ReadFile,
  stopping: AbortSignal,
): Promise<void> {
  const connection = await means.db.connect();
  try {
    const [turn] = await connection.query<{ taken: boolean }>(takeTurn(customerSourceId));
    if (!turn?.taken) throw new Error("Another node is at the files of this tenant.");
    await prepareForFiles(connection);
    await runAll(means, connection, { customerSourceId, readFile, stopping });
  } finally {
    await connection.close();
  }
}

interface Work {
  readonly customerSourceId: number;
  readonly readFile: ReadFile;
  readonly stopping: AbortSignal;
}

async function runAll(
  means: ImportMeans,
  connection: DedicatedConnection,
  { customerSourceId, readFile, stopping }: Work,
): Promise<void> {
  for (;;) {
    stopping.throwIfAborted();
    const begun = await beginOldestImport(connection, customerSourceId, means.clock.now());
    if (!begun) return;
    if (begun.attempts > mostAttempts) await giveUp(means, connection, begun, mostAttempts);
    else await runImport(means, connection, { begun, readFile, stopping });
  }
}
