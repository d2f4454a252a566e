import { isUniqueViolation, type Queryable, sql } from "../db/index.ts";
import type { Supplier, SupplierInput } from "./types.ts";

const columns = `id, name, fleet_secret_sha256 is not null as "hasGateway", created_at as "createdAt", disabled_at as "disabledAt"`;

const insert = sql(
  "supplier-insert",
  `insert into supplier (name, fleet_secret_sha256, is_demo, created_at, updated_at) values ($1, $2, $3, $4, $4)
  on conflict (name) do nothing returning ${columns}`,
);

const lock = sql("supplier-lock", `select ${columns} from supplier where id = $1 for update`);

const save = sql(
  "supplier-save",
  `update supplier set name = $2, disabled_at = $3, fleet_secret_sha256 = coalesce($4, fleet_secret_sha256), updated_at = $5
  where id = $1 returning ${columns}`,
);

const list = sql("supplier-list", `select ${columns} from supplier order by id`);

const secret = sql(
  "supplier-fleet-secret",
  "select fleet_secret_sha256 as hash from supplier where id = $1 and disabled_at is null and (not is_demo or $2)",
);

/** Undefined when the name is taken. */
export async function insertSupplier(
  db: Queryable,
  { name, isDemo = false }: SupplierInput,
  fleetSecretSha256: Buffer,
  now: Temporal.Instant,
): Promise<Supplier | undefined> {
  const [row] = await db.query<Supplier>(insert(name, fleetSecretSha256, isDemo, now.toString()));
  return row;
}

export async function lockSupplier(tx: Queryable, id: number): Promise<Supplier | undefined> {
  const [row] = await tx.query<Supplier>(lock(id));
  return row;
}

/** @param fleetSecretSha256 null: as it was */
export async function saveSupplier(
  tx: Queryable,
  { id, name, disabledAt }: Pick<Supplier, "id" | "name" | "disabledAt">,
  fleetSecretSha256: Buffer | null,
  now: Temporal.Instant,
): Promise<Supplier> {
  const values = [id, name, disabledAt?.toString() ?? null, fleetSecretSha256, now.toString()];
  const [row] = await tx.query<Supplier>(save(...values));
  if (!row) throw new Error(`Supplier ${id} is gone, though it was locked`);
  return row;
}

export function isSupplierNameTaken(error: unknown): boolean {
  return isUniqueViolation(error, "supplier_name_key");
}

/** All suppliers, disabled ones too, the oldest first. */
export function listSuppliers(db: Queryable): Promise<Supplier[]> {
  return db.query<Supplier>(list());
}

/** Null when there is no such supplier, or none whose gateway may sign in. */
export async function findFleetSecret(
  db: Queryable,
  supplierId: number,
  withDemo: boolean,
): Promise<Buffer | null> {
  const [row] = await db.query<{ hash: Buffer | null }>(secret(supplierId, withDemo));
  return row?.hash ?? null;
}
