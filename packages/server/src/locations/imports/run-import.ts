import type { DedicatedConnection } from "../../db/index.ts";
import { applyStaged } from "./apply-staged.ts";
import { ImportErrors } from "./import-errors.ts";
import { finishImport, type ImportOutcome } from "./import-store.ts";
import { stageFile } from "./stage-file.ts";
import type { ImportCounts, ImportMeans, LocationImport, ReadFile } from "./types.ts";

const nothing: ImportCounts = { created: 0, updated: 0, unchanged: 0, deleted: 0 };

interface Begun {
  readonly begun: LocationImport;
  readonly readFile: ReadFile;
  readonly stopping: AbortSignal;
}

/**
 * Reads a file into a table of its own, then does what it says in one transaction, together with the outcome: all of it, or
 * nothing when a single row is wrong.
 */
export async function runImport(
  means: ImportMeans,
  connection: DedicatedConnection,
  { begun, readFile, stopping }: Begun,
): Promise<void> {
  const staged = await stageFile(means, connection, { begun, readFile, stopping });
  const { errors, ignoredColumns, rowsRead } = staged;
  await inTransaction(connection, async () => {
    const counts = await applyStaged(means, connection, begun, staged);
    if (errors.count > 0) await connection.query({ text: "rollback and chain" });
    await finish(means, connection, begun, { ...outcomeOf(errors, counts), ignoredColumns, rowsRead });
  });
}

/** For a file that ends whoever reads it. */
export async function giveUp(
  means: ImportMeans,
  connection: DedicatedConnection,
  begun: LocationImport,
  attempts: number,
): Promise<void> {
  const errors = new ImportErrors();
  const message = `could not be worked through in ${attempts} attempts; nothing was changed`;
  errors.add([{ row: 0, field: "locations", message }]);
  const outcome = { ...outcomeOf(errors, nothing), ignoredColumns: [], rowsRead: begun.rowsRead };
  await inTransaction(connection, () => finish(means, connection, begun, outcome));
}

function outcomeOf(errors: ImportErrors, counts: ImportCounts) {
  const state = errors.count > 0 ? ("failed" as const) : ("done" as const);
  const kept = state === "done" ? counts : nothing;
  return { ...kept, state, errors: errors.first, errorCount: errors.count };
}

async function finish(
  { clock, jobs }: ImportMeans,
  connection: DedicatedConnection,
  { customerSourceId, id }: LocationImport,
  outcome: ImportOutcome,
): Promise<void> {
  await finishImport(connection, { customerSourceId, id }, outcome, clock.now());
  await jobs.send(connection, "report-location-import", { customerSourceId, importId: id });
}

async function inTransaction(connection: DedicatedConnection, work: () => Promise<void>): Promise<void> {
  await connection.query({ text: "begin" });
  try {
    await work();
    await connection.query({ text: "commit" });
  } catch (error) {
    await connection.query({ text: "rollback" }).catch(() => undefined);
    throw error;
  }
}
