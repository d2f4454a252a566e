import type { Capabilities } from "../../capabilities.ts";
import type { JobSender } from "../../jobs/catalogue.ts";
import type { AreaKnowledge } from "../coverage-for.ts";
import type { LocationRequest } from "../types.ts";
import type { PackedRows } from "./pack-rows.ts";

/** What it takes to work through a file. */
export type ImportMeans = Pick<Capabilities, "db" | "clock" | "random"> &
  AreaKnowledge & { readonly jobs: JobSender };

/** What a partner asks for with a file of places. */
export interface ImportOrder {
  /** Tells the difference and changes nothing. */
  readonly dryRun: boolean;
  /** Whatever the partner calls where the file comes from. */
  readonly source: string | null;
  readonly userEmail: string | null;
  /** https; hears what came of it. */
  readonly callbackUrl: string;
  /** Between the cells of a row: one character. */
  readonly delimiter: string;
}

/** A file as it was received: its bytes, in pieces that fit a row. */
export interface ReceivedFile {
  /** In all. */
  readonly bytes: number;
  read(): AsyncIterable<Uint8Array>;
}

/** What is wrong with a row. Rows are counted as a spreadsheet does: the header is 1. 0: with no row of the file. */
export interface RowError {
  readonly row: number;
  readonly field: string;
  readonly message: string;
}

export interface ImportCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly deleted: number;
}

export type ImportState = "waiting" | "running" | "done" | "failed";

export interface LocationImport extends ImportOrder, ImportCounts {
  readonly customerSourceId: number;
  readonly id: number;
  readonly state: ImportState;
  /** Of the file. */
  readonly bytes: number;
  readonly bytesRead: number;
  readonly rowsRead: number;
  /** The first {@link mostErrors}. */
  readonly errors: readonly RowError[];
  readonly errorCount: number;
  /** Columns of the file that mean nothing here. */
  readonly ignoredColumns: readonly string[];
  readonly callbackDeliveredAt: Temporal.Instant | null;
  /** Why the callback was not delivered, so far. */
  readonly callbackFailure: string | null;
  readonly createdAt: Temporal.Instant;
  readonly startedAt: Temporal.Instant | null;
  readonly finishedAt: Temporal.Instant | null;
}

/** As many errors are kept and told; beyond, only their number. */
export const mostErrors = 100;

/** Members that a file need not have: where its column is missing, a place keeps what it has. */
export type OptionalColumn = Exclude<
  keyof LocationRequest,
  "externalReferenceId" | "locationIdentifier" | "latitude" | "longitude"
>;

/** What is read of a file, piece by piece. */
export interface FilePart {
  readonly rows: PackedRows;
  readonly errors: readonly RowError[];
  /** Rows so far, good and bad. */
  readonly rowsRead: number;
  readonly header: FileHeader;
}

export interface FileHeader {
  readonly columns: ReadonlySet<OptionalColumn>;
  readonly ignored: readonly string[];
}

/** Reads a file as CSV. Never throws for what is wrong with the file: that is an error of its part. */
export type ReadFile = (bytes: AsyncIterable<Buffer>, delimiter: string) => AsyncIterable<FilePart>;
