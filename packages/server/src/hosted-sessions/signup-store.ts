import { type Queryable, sql } from "../db/index.ts";
import type { Signup, SignupInput } from "./types.ts";

const columns = `id, customer_source_id as "customerSourceId", token, return_url as "returnUrl", email,
  customer_reference_id as "customerReferenceId", site_details as "siteDetails", status, error_code as "errorCode",
  customer_id as "customerId", fixed_location_id as "siteId", created_at as "createdAt", updated_at as "updatedAt",
  expires_at as "expiresAt"`;

const insert = sql(
  "signup-insert",
  `insert into signup_session (customer_source_id, token, return_url, email, customer_reference_id, site_details, status,
    created_at, updated_at, expires_at)
  values ($1, $2, $3, $4, $5, $6, 'pending_verification', $7, $7, $8) returning ${columns}`,
);

const find = sql(
  "signup-find",
  `select ${columns} from signup_session where customer_source_id = $1 and id = $2`,
);

const lock = sql(
  "signup-lock",
  `select ${columns} from signup_session where customer_source_id = $1 and id = $2 for update`,
);

const save = sql(
  "signup-save",
  `update signup_session set status = $3, error_code = $4, customer_id = $5, fixed_location_id = $6, updated_at = $7
  where customer_source_id = $1 and id = $2`,
);

interface SignupKey {
  readonly customerSourceId: number;
  readonly sessionId: string;
}

export async function insertSignup(
  db: Queryable,
  customerSourceId: number,
  { token, returnUrl, email, customerReferenceId, siteDetails }: SignupInput & Pick<Signup, "token">,
  { now, expiresAt }: { readonly now: Temporal.Instant; readonly expiresAt: Temporal.Instant },
): Promise<Signup> {
  const site = siteDetails && JSON.stringify(siteDetails);
  const values = [customerSourceId, token, returnUrl, email, customerReferenceId, site];
  const [row] = await db.query<Signup>(insert(...values, now.toString(), expiresAt.toString()));
  if (!row) throw new Error("The sign-up session was not stored");
  return row;
}

export async function findSignup(
  db: Queryable,
  { customerSourceId, sessionId }: SignupKey,
): Promise<Signup | undefined> {
  const [row] = await db.query<Signup>(find(customerSourceId, sessionId));
  return row;
}

/** The same until the transaction ends: of two who send the form at once, the second sees what the first did. */
export async function lockSignup(
  tx: Queryable,
  { customerSourceId, sessionId }: SignupKey,
): Promise<Signup | undefined> {
  const [row] = await tx.query<Signup>(lock(customerSourceId, sessionId));
  return row;
}

export async function saveSignup(tx: Queryable, signup: Signup): Promise<void> {
  const { customerSourceId, id, status, errorCode, customerId, siteId, updatedAt } = signup;
  await tx.query(save(customerSourceId, id, status, errorCode, customerId, siteId, updatedAt.toString()));
}
