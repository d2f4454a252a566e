import { type Queryable, sql } from "../db/index.ts";
import type { PageAddress } from "./page-address.ts";
import type { ManagementSession } from "./types.ts";

const columns = `id, customer_source_id as "customerSourceId", token, customer_id as "customerId", return_url as "returnUrl",
  locale, created_at as "createdAt", expires_at as "expiresAt"`;

const insert = sql(
  "management-insert",
  `insert into management_session (customer_source_id, token, customer_id, return_url, locale, created_at, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7) returning ${columns}`,
);

const find = sql(
  "management-find",
  `select ${columns} from management_session where customer_source_id = $1 and id = $2`,
);

const removeOfCustomer = sql(
  "management-remove-of-customer",
  "delete from management_session where customer_source_id = $1 and customer_id = $2",
);

export type NewManagementSession = Omit<ManagementSession, "id">;

export async function insertManagement(
  db: Queryable,
  session: NewManagementSession,
): Promise<ManagementSession> {
  const { customerSourceId, token, customerId, returnUrl, locale, createdAt, expiresAt } = session;
  const values = [customerSourceId, token, customerId, returnUrl, locale];
  const [row] = await db.query<ManagementSession>(
    insert(...values, createdAt.toString(), expiresAt.toString()),
  );
  if (!row) throw new Error("The management session was not stored");
  return row;
}

export async function findManagement(
  db: Queryable,
  { customerSourceId, sessionId }: PageAddress,
): Promise<ManagementSession | undefined> {
  const [row] = await db.query<ManagementSession>(find(customerSourceId, sessionId));
  return row;
}

/** Ends the sessions of a customer: their addresses lead to nothing from now on. */
export async function endManagementOf(
  tx: Queryable,
  { customerSourceId, customerId }: Pick<ManagementSession, "customerSourceId" | "customerId">,
): Promise<void> {
  await tx.query(removeOfCustomer(customerSourceId, customerId));
}
