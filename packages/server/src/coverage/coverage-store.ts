import { type Queryable, sql } from "../db/index.ts";
import type { CoverageArea } from "./types.ts";

/** The channel that says that an area was changed. */
export const coverageChanged = "coverage_changed";

const columns = `a.id, a.supplier_id as "supplierId", a.response_type_id as "responseTypeId", a.name, a.geometry,
  (select s.is_demo from supplier s where s.id = a.supplier_id) as "isDemo",
  a.created_at as "createdAt", a.updated_at as "updatedAt"`;

const list = sql(
  "coverage-list",
  `select ${columns} from coverage_area a where a.deleted_at is null order by a.id`,
);
const page = sql(
  "coverage-page",
  `select ${columns} from coverage_area a where a.response_type_id = $1 and a.id > $2 and a.deleted_at is null
    and ($3 or not exists (select from supplier s where s.id = a.supplier_id and s.is_demo))
  order by a.id limit $4`,
);
const newest = sql("coverage-version", "select version from coverage_version");
const changed = sql(
  "coverage-changed",
  `select ${columns}, a.version, a.deleted_at is not null as "isDeleted" from coverage_area a where a.version > $1`,
);

/** Held until the transaction ends, so that changes get their numbers in the order of their commits. */
const nextVersion = sql(
  "coverage-next-version",
  "update coverage_version set version = version + 1 returning version",
);
const lock = sql(
  "coverage-lock",
  `select ${columns} from coverage_area a where a.id = $1 and a.deleted_at is null for update`,
);

/** No supplier, no row. */
const insert = sql(
  "coverage-insert",
  `insert into coverage_area as a (supplier_id, response_type_id, name, geometry, created_at, updated_at, version)
  select s.id, $2, $3, $4, $5, $5, $6 from supplier s where s.id = $1 returning ${columns}`,
);

const save = sql(
  "coverage-save",
  `update coverage_area a set supplier_id = s.id, response_type_id = $3, name = $4, geometry = $5, updated_at = $6,
    version = $7
  from supplier s where a.id = $1 and s.id = $2 returning ${columns}`,
);

const remove = sql(
  "coverage-delete",
  "update coverage_area set deleted_at = $2, updated_at = $2, version = $3 where id = $1",
);
const notify = sql("coverage-notify", `select pg_notify('${coverageChanged}', '')`);

/** Every area that was not deleted, the oldest first. */
export function listAreas(db: Queryable): Promise<CoverageArea[]> {
  return db.query<CoverageArea>(list());
}

/** Areas of one response type behind an id. @param withDemo those of the demo's supplier too */
export function pageAreas(
  db: Queryable,
  { responseTypeId, withDemo }: { readonly responseTypeId: number; readonly withDemo: boolean },
  afterId: number,
  limit: number,
): Promise<CoverageArea[]> {
  return db.query<CoverageArea>(page(responseTypeId, afterId, withDemo, limit));
}

/** The number of the newest change. */
export async function newestVersion(db: Queryable): Promise<number> {
  const [row] = await db.query<{ version: number }>(newest());
  return row?.version ?? 0;
}

export interface ChangedArea extends CoverageArea {
  readonly version: number;
  readonly isDeleted: boolean;
}

/** Areas as they stand, of those that were changed after `version`. */
export function listChangedSince(db: Queryable, version: number): Promise<ChangedArea[]> {
  return db.query<ChangedArea>(changed(version));
}

/** The number of the change that this transaction is about to make; other changes wait for its end. */
export async function takeVersion(tx: Queryable): Promise<number> {
  const [row] = await tx.query<{ version: number }>(nextVersion());
  if (!row) throw new Error("The row of coverage_version is gone");
  return row.version;
}

export async function lockArea(tx: Queryable, id: number): Promise<CoverageArea | undefined> {
  const [row] = await tx.query<CoverageArea>(lock(id));
  return row;
}

/** When, and the number of it. */
export interface Change {
  readonly now: Temporal.Instant;
  readonly version: number;
}

type Drawn = Pick<CoverageArea, "supplierId" | "responseTypeId" | "name" | "geometry">;

/** Undefined when there is no such supplier. */
export async function insertArea(
  tx: Queryable,
  { supplierId, responseTypeId, name, geometry }: Drawn,
  { now, version }: Change,
): Promise<CoverageArea | undefined> {
  const values = [supplierId, responseTypeId, name, JSON.stringify(geometry), now.toString(), version];
  const [row] = await tx.query<CoverageArea>(insert(...values));
  return row;
}

/** Undefined when there is no such supplier. */
export async function saveArea(
  tx: Queryable,
  { id, supplierId, responseTypeId, name, geometry }: Drawn & Pick<CoverageArea, "id">,
  { now, version }: Change,
): Promise<CoverageArea | undefined> {
  const values = [id, supplierId, responseTypeId, name, JSON.stringify(geometry), now.toString(), version];
  const [row] = await tx.query<CoverageArea>(save(...values));
  return row;
}

export async function markAreaDeleted(tx: Queryable, id: number, { now, version }: Change): Promise<void> {
  await tx.query(remove(id, now.toString(), version));
}

/** Tells every node; delivered when the transaction commits. */
export async function announceChange(tx: Queryable): Promise<void> {
  await tx.query(notify());
}
