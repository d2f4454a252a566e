import type { ImportCounts, LocationImport, RowError } from "./types.ts";

/** What came of a file, as its callback tells it (panic-v2 §4). */
export interface ImportReport extends ImportCounts {
  readonly message: "PREDEFINED_LOCATIONS_SYNCED" | "PREDEFINED_LOCATIONS_SYNC_FAILED";
  readonly importId: number;
  readonly source: string | null;
  readonly errors: readonly RowError[];
}

/** The errors that were kept, and how many there are beside them. */
export function describeOutcome(found: LocationImport): ImportReport {
  const { created, updated, unchanged, deleted, errors, errorCount } = found;
  const more = errorCount - errors.length;
  const rest = { row: 0, field: "errors", message: `${more} more errors are not listed here` };
  return {
    message: found.state === "failed" ? "PREDEFINED_LOCATIONS_SYNC_FAILED" : "PREDEFINED_LOCATIONS_SYNCED",
    importId: found.id,
    source: found.source,
    created,
    updated,
    unchanged,
    deleted,
    errors: more > 0 ? [...errors, rest] : errors,
  };
}
