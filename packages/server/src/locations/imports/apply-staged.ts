import { listActivePlaces } from "../../callouts/index.ts";
import type { Capabilities } from "../../capabilities.ts";
import { countStaged, deletePlaces, lockMissingPlaces, matchStaged, saveStaged } from "./apply-store.ts";
import { type FoundErrors, findBusy, findDuplicates, findStrangers } from "./check-store.ts";
import type { StagedFile } from "./stage-file.ts";
import type { StagingConnection } from "./staging-store.ts";
import type { ImportCounts, LocationImport } from "./types.ts";

const nothing: ImportCounts = { created: 0, updated: 0, unchanged: 0, deleted: 0 };

/**
 * Makes the tenant's places what the staged file says, inside a transaction of the connection's. What is wrong goes to the
 * file's errors, and then it is the caller's to roll back. Deletions come last, since raises wait for those alone.
 */
export async function applyStaged(
  { clock }: Pick<Capabilities, "clock">,
  connection: StagingConnection,
  { customerSourceId, dryRun }: Pick<LocationImport, "customerSourceId" | "dryRun">,
  { errors, columns, stagedRows }: StagedFile,
): Promise<ImportCounts> {
  const note = ({ errors: first, count }: FoundErrors): void => errors.add(first, count);
  note(await findDuplicates(connection));
  note(await findStrangers(connection, customerSourceId, !dryRun));
  // a row that was wrong is not staged: its place only seems to be missing
  const noteBusy = async (): Promise<void> =>
    note(await findBusy(connection, customerSourceId, await listActivePlaces(connection, customerSourceId)));
  if (errors.count > 0) return nothing;
  await matchStaged(connection, customerSourceId, columns);
  const foreseen = await countStaged(connection, customerSourceId);
  if (stagedRows === 0 && foreseen.deleted > 0)
    errors.add([{ row: 1, field: "locations", message: noRows(foreseen.deleted) }]);
  else await noteBusy();
  if (errors.count > 0 || dryRun) return foreseen;
  const now = clock.now();
  const { created, updated } = await saveStaged(connection, customerSourceId, columns, now);
  const missing = await lockMissingPlaces(connection, customerSourceId);
  await noteBusy();
  await deletePlaces(connection, customerSourceId, missing, now);
  return { created, updated, unchanged: stagedRows - created - updated, deleted: missing.length };
}

function noRows(places: number): string {
  return `has no rows, so all ${places} places would be deleted: surely not what is meant`;
}
