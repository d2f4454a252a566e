import { hashDuressCode } from "../../safe-codes/index.ts";
import { type CoverageAt, coverageFor } from "../coverage-for.ts";
import { ImportErrors } from "./import-errors.ts";
import { readChunks, saveProgress } from "./import-store.ts";
import {
  addStaged,
  completeStaging,
  createStaging,
  type StagedRows,
  type StagingConnection,
} from "./staging-store.ts";
import type { FileHeader, FilePart, ImportMeans, LocationImport, ReadFile } from "./types.ts";

/** How often it is said how far we are. */
const progressRows = 5_000;

/** A file whose good rows are in the staging table. */
export interface StagedFile {
  readonly errors: ImportErrors;
  readonly columns: FileHeader["columns"];
  readonly ignoredColumns: readonly string[];
  /** Good and bad. */
  readonly rowsRead: number;
  readonly stagedRows: number;
}

interface Reading {
  readonly begun: LocationImport;
  readonly readFile: ReadFile;
  readonly stopping: AbortSignal;
}

export async function stageFile(
  means: ImportMeans,
  connection: StagingConnection,
  { begun, readFile, stopping }: Reading,
): Promise<StagedFile> {
  const errors = new ImportErrors();
  const coverageAt = await coverageFor(means, begun.customerSourceId);
  let [bytesRead, rowsRead, saidAt, stagedRows] = [0, 0, 0, 0];
  let header: FileHeader = { columns: new Set(), ignored: [] };
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const bytes of readChunks(connection, begun)) {
      bytesRead += bytes.length;
      yield bytes;
    }
  }
  await createStaging(connection);
  for await (const part of readFile(counted(), begun.delimiter)) {
    stopping.throwIfAborted();
    ({ rowsRead, header } = part);
    errors.add(part.errors);
    if (part.rows.count > 0) await addStaged(connection, await toStaged(means, part.rows, coverageAt));
    stagedRows += part.rows.count;
    if (rowsRead - saidAt < progressRows) continue;
    saidAt = rowsRead;
    await saveProgress(connection, begun, bytesRead, rowsRead);
  }
  await completeStaging(connection);
  return { errors, columns: header.columns, ignoredColumns: header.ignored, rowsRead, stagedRows };
}

async function toStaged(
  { random }: ImportMeans,
  packed: FilePart["rows"],
  coverageAt: CoverageAt,
): Promise<StagedRows> {
  const duressCodeHashes = Array<string | null>(packed.count).fill(null);
  // one after the other, so that other requests' slow hashes find a thread too
  for (const [index, code] of packed.duressCodes)
    duressCodeHashes[index] = await hashDuressCode(random, code);
  const coverage = Array.from({ length: packed.count }, (_, index) => {
    const [latitude = 0, longitude = 0] = packed.degrees.subarray(2 * index, 2 * index + 2);
    return coverageAt({ latitude, longitude });
  });
  return { packed, duressCodeHashes, coverage };
}
