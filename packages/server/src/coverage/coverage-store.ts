import { type Queryable, sql } from "../db/index.ts";
import type { CoverageArea } from "./types.ts";

/** The channel that names every area which was changed, by its id. */
export const coverageChanged = "coverage_changed";

const columns = `a.id, a.supplier_id as "supplierId", a.response_type_id as "responseTypeId", a.name, a.geometry,
  a.created_at as "createdAt", a.updated_at as "updatedAt"`;

const list = sql(
  "coverage-list",
  `select ${columns} from coverage_area a where a.deleted_at is null order by a.id`,
);
const find = sql(
  "coverage-find",
  `select ${columns} from coverage_area a where a.id = $1 and a.deleted_at is null`,
);
const lock = sql(
  "coverage-lock",
  `select ${columns} from coverage_area a where a.id = $1 and a.deleted_at is null for update`,
);

/** No supplier, no row. */
const insert = sql(
  "coverage-insert",
  `insert into coverage_area as a (supplier_id, response_type_id, name, geometry, created_at, updated_at)
  select s.id, $2, $3, $4, $5, $5 from supplier s where s.id = $1 returning ${columns}`,
);

const save = sql(
  "coverage-save",
  `update coverage_area a set supplier_id = s.id, response_type_id = $3, name = $4, geometry = $5, updated_at = $6
  from supplier s where a.id = $1 and s.id = $2 returning ${columns}`,
);

const remove = sql(
  "coverage-delete",
  "update coverage_area set deleted_at = $2, updated_at = $2 where id = $1",
);
const notify = sql("coverage-notify", `select pg_notify('${coverageChanged}', $1)`);

/** Every area that was not deleted, the oldest first. */
export function listAreas(db: Queryable): Promise<CoverageArea[]> {
  return db.query<CoverageArea>(list());
}

export async function findArea(db: Queryable, id: number): Promise<CoverageArea | undefined> {
  const [row] = await db.query<CoverageArea>(find(id));
  return row;
}

export async function lockArea(tx: Queryable, id: number): Promise<CoverageArea | undefined> {
  const [row] = await tx.query<CoverageArea>(lock(id));
  return row;
}

type Drawn = Pick<CoverageArea, "supplierId" | "responseTypeId" | "name" | "geometry">;

/** Undefined when there is no such supplier. */
export async function insertArea(
  tx: Queryable,
  { supplierId, responseTypeId, name, geometry }: Drawn,
  now: Temporal.Instant,
): Promise<CoverageArea | undefined> {
  const values = [supplierId, responseTypeId, name, JSON.stringify(geometry), now.toString()];
  const [row] = await tx.query<CoverageArea>(insert(...values));
  return row;
}

/** Undefined when there is no such supplier. */
export async function saveArea(
  tx: Queryable,
  { id, supplierId, responseTypeId, name, geometry }: Drawn & Pick<CoverageArea, "id">,
  now: Temporal.Instant,
): Promise<CoverageArea | undefined> {
  const values = [id, supplierId, responseTypeId, name, JSON.stringify(geometry), now.toString()];
  const [row] = await tx.query<CoverageArea>(save(...values));
  return row;
}

export async function markAreaDeleted(tx: Queryable, id: number, now: Temporal.Instant): Promise<void> {
  await tx.query(remove(id, now.toString()));
}

/** Tells every node; delivered when the transaction commits. */
export async function announceArea(tx: Queryable, id: number): Promise<void> {
  await tx.query(notify(String(id)));
}
