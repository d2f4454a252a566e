import { type Queryable, sql } from "../../db/index.ts";
import type { ImportCounts, ImportOrder, LocationImport, RowError } from "./types.ts";

const columns = `customer_source_id as "customerSourceId", id, state, dry_run as "dryRun", source, user_email as "userEmail",
  callback_url as "callbackUrl", delimiter, bytes, bytes_read as "bytesRead", rows_read as "rowsRead",
  created_count as created, updated_count as updated, unchanged_count as unchanged, deleted_count as deleted, errors,
  error_count as "errorCount", ignored_columns as "ignoredColumns", callback_delivered_at as "callbackDeliveredAt",
  callback_failure as "callbackFailure", created_at as "createdAt", started_at as "startedAt", finished_at as "finishedAt"`;

const insert = sql(
  "location-import-insert",
  `insert into location_import (customer_source_id, state, dry_run, source, user_email, callback_url, delimiter, bytes, created_at)
  values ($1, 'waiting', $2, $3, $4, $5, $6, $7, $8) returning id`,
);

const find = sql(
  "location-import-find",
  `select ${columns} from location_import where customer_source_id = $1 and id = $2`,
);

/** The oldest that is not finished; taking it counts as an attempt. */
const begin = sql(
  "location-import-begin",
  `update location_import set state = 'running', attempts = attempts + 1, bytes_read = 0, rows_read = 0,
    started_at = coalesce(started_at, $2)
  where customer_source_id = $1
    and id = (select min(id) from location_import where customer_source_id = $1 and finished_at is null)
  returning ${columns}, attempts`,
);

const unfinished = sql(
  "location-import-unfinished",
  "select distinct customer_source_id as id from location_import where finished_at is null",
);

const progress = sql(
  "location-import-progress",
  "update location_import set bytes_read = $3, rows_read = $4 where customer_source_id = $1 and id = $2",
);

const finish = sql(
  "location-import-finish",
  `update location_import set state = $3, created_count = $4, updated_count = $5, unchanged_count = $6, deleted_count = $7,
    errors = $8, error_count = $9, ignored_columns = $10, rows_read = $11, bytes_read = bytes, finished_at = $12
  where customer_source_id = $1 and id = $2 and finished_at is null returning id`,
);

const dropBytes = sql(
  "location-import-drop-bytes",
  "delete from location_import_chunk where customer_source_id = $1 and import_id = $2",
);

const told = sql(
  "location-import-told",
  `update location_import set callback_attempts = callback_attempts + 1, callback_delivered_at = $3, callback_failure = $4
  where customer_source_id = $1 and id = $2`,
);

const addChunk = sql(
  "location-import-add-chunk",
  "insert into location_import_chunk (customer_source_id, import_id, number, bytes) values ($1, $2, $3, $4)",
);

const readChunk = sql(
  "location-import-read-chunk",
  "select bytes from location_import_chunk where customer_source_id = $1 and import_id = $2 and number = $3",
);

/** Which import, of whom. */
export type ImportKey = Pick<LocationImport, "customerSourceId" | "id">;

/** Returns its id. */
export async function insertImport(
  tx: Queryable,
  customerSourceId: number,
  { dryRun, source, userEmail, callbackUrl, delimiter, bytes }: ImportOrder & { readonly bytes: number },
  now: Temporal.Instant,
): Promise<number> {
  const values = [dryRun, source, userEmail, callbackUrl, delimiter, bytes, now.toString()];
  const [row] = await tx.query<{ id: number }>(insert(customerSourceId, ...values));
  if (!row) throw new Error("An import was inserted and has no id");
  return row.id;
}

/** The tenant's import; another tenant's is absent. */
export async function findImport(
  db: Queryable,
  customerSourceId: number,
  id: number,
): Promise<LocationImport | undefined> {
  const [row] = await db.query<LocationImport>(find(customerSourceId, id));
  return row;
}

export type BegunImport = LocationImport & { readonly attempts: number };

/** Takes the tenant's oldest import that is not finished. Whoever calls holds the tenant's turn. */
export async function beginOldestImport(
  db: Pick<Queryable, "query">,
  customerSourceId: number,
  now: Temporal.Instant,
): Promise<BegunImport | undefined> {
  const [row] = await db.query<BegunImport>(begin(customerSourceId, now.toString()));
  return row;
}

/** Tenants of whom a file waits, or was begun and not finished. */
export async function listUnfinished(db: Queryable): Promise<number[]> {
  return (await db.query<{ id: number }>(unfinished())).map(({ id }) => id);
}

export async function saveProgress(
  db: Pick<Queryable, "query">,
  { customerSourceId, id }: ImportKey,
  bytesRead: number,
  rowsRead: number,
): Promise<void> {
  await db.query(progress(customerSourceId, id, bytesRead, rowsRead));
}

export interface ImportOutcome extends ImportCounts {
  readonly state: "done" | "failed";
  readonly errors: readonly RowError[];
  readonly errorCount: number;
  readonly ignoredColumns: readonly string[];
  readonly rowsRead: number;
}

/** Keeps the outcome and drops the bytes. False: it was finished before. */
export async function finishImport(
  tx: Pick<Queryable, "query">,
  { customerSourceId, id }: ImportKey,
  outcome: ImportOutcome,
  now: Temporal.Instant,
): Promise<boolean> {
  const { state, created, updated, unchanged, deleted, errors, errorCount, ignoredColumns, rowsRead } =
    outcome;
  const counts = [created, updated, unchanged, deleted];
  const rest = [JSON.stringify(errors), errorCount, ignoredColumns, rowsRead, now.toString()];
  const finished = await tx.query(finish(customerSourceId, id, state, ...counts, ...rest));
  await tx.query(dropBytes(customerSourceId, id));
  return finished.length > 0;
}

/** @param failure null: it was delivered */
export async function saveCallback(
  db: Queryable,
  { customerSourceId, id }: ImportKey,
  failure: string | null,
  now: Temporal.Instant,
): Promise<void> {
  await db.query(told(customerSourceId, id, failure === null ? now.toString() : null, failure));
}

export async function insertChunk(
  tx: Queryable,
  { customerSourceId, id }: ImportKey,
  number: number,
  bytes: Uint8Array,
): Promise<void> {
  await tx.query(addChunk(customerSourceId, id, number, bytes));
}

/** The bytes, piece by piece, so that they are never in memory as a whole. */
export async function* readChunks(
  db: Pick<Queryable, "query">,
  { customerSourceId, id }: ImportKey,
): AsyncGenerator<Buffer> {
  for (let number = 0; ; number++) {
    const [row] = await db.query<{ bytes: Buffer }>(readChunk(customerSourceId, id, number));
    if (!row) return;
    yield row.bytes;
  }
}
