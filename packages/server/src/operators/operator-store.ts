import { type Queryable, sql } from "../db/index.ts";
import type { Operator, OperatorRole } from "./types.ts";

const columns = `id, username, name, role, must_change_password as "mustChangePassword", is_demo as "isDemo",
  created_at as "createdAt", updated_at as "updatedAt", disabled_at as "disabledAt"`;

const insert = sql(
  "operator-insert",
  `insert into operator (username, name, role, password_hash, must_change_password, is_demo, created_at, updated_at)
  values ($1, $2, $3, $4, $5, $6, $7, $7) on conflict (username) do nothing returning ${columns}`,
);

const find = sql("operator-find", `select ${columns} from operator where id = $1`);
const lock = sql("operator-lock", `select ${columns} from operator where id = $1 for update`);
const list = sql("operator-list", `select ${columns} from operator order by id`);
const secret = sql(
  "operator-secret",
  `select ${columns}, password_hash as "passwordHash" from operator where username = $1`,
);

const save = sql(
  "operator-save",
  `update operator set name = $2, role = $3, must_change_password = $4, disabled_at = $5,
    password_hash = coalesce($6, password_hash), updated_at = $7
  where id = $1 returning ${columns}`,
);

/** Held until the transaction ends, so that two admins cannot take each other's role at the same instant. */
const lockAdmins = sql(
  "operator-lock-admins",
  "select id from operator where role = 'admin' and disabled_at is null order by id for update",
);

interface InsertedOperator extends Pick<Operator, "username" | "name" | "mustChangePassword" | "isDemo"> {
  readonly role: OperatorRole;
  readonly passwordHash: string;
}

/** Undefined when the username is taken. */
export async function insertOperator(
  db: Queryable,
  operator: InsertedOperator,
  now: Temporal.Instant,
): Promise<Operator | undefined> {
  const { username, name, role, passwordHash, mustChangePassword, isDemo } = operator;
  const [row] = await db.query<Operator>(
    insert(username, name, role, passwordHash, mustChangePassword, isDemo, now.toString()),
  );
  return row;
}

export async function findOperator(db: Queryable, id: number): Promise<Operator | undefined> {
  const [row] = await db.query<Operator>(find(id));
  return row;
}

export async function lockOperator(tx: Queryable, id: number): Promise<Operator | undefined> {
  const [row] = await tx.query<Operator>(lock(id));
  return row;
}

/** Who has this username, with the hash of their password. */
export async function findOperatorSecret(
  db: Queryable,
  username: string,
): Promise<{ readonly operator: Operator; readonly passwordHash: string } | undefined> {
  const [row] = await db.query<Operator & { passwordHash: string }>(secret(username));
  if (!row) return undefined;
  const { passwordHash, ...operator } = row;
  return { operator, passwordHash };
}

/** All operators, disabled ones too, the oldest first. */
export function listOperators(db: Queryable): Promise<Operator[]> {
  return db.query<Operator>(list());
}

/** @param passwordHash null: as it was */
export async function saveOperator(
  tx: Queryable,
  { id, name, role, mustChangePassword, disabledAt }: Operator,
  passwordHash: string | null,
  now: Temporal.Instant,
): Promise<Operator> {
  const values = [id, name, role, mustChangePassword, disabledAt?.toString() ?? null, passwordHash];
  const [row] = await tx.query<Operator>(save(...values, now.toString()));
  if (!row) throw new Error(`Operator ${id} is gone, though it was locked`);
  return row;
}

/** The ids of all admins who may sign in. */
export async function lockLiveAdmins(tx: Queryable): Promise<number[]> {
  return (await tx.query<{ id: number }>(lockAdmins())).map(({ id }) => id);
}
