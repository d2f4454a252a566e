import { createHash, randomBytes } from "node:crypto";
import type { Database } from "@tocsin/server";

/** A supplier with everybody on duty. */
export interface BenchSupplier {
  readonly id: number;
  /** Of its fleet. */
  readonly secret: string;
  readonly responderIds: readonly number[];
}

/** Puts it straight into the database: tens of thousands of PINs would be hashed for minutes. */
export async function addSupplier(db: Database, responders: number): Promise<BenchSupplier> {
  const secret = randomBytes(32).toString("base64url");
  const [supplier] = await db.query<{ id: number }>({
    text: `insert into supplier (name, fleet_secret_sha256, created_at, updated_at) values ('Bench', $1, now(), now()) returning id`,
    values: [sha256(secret)],
  });
  if (!supplier) throw new Error("the supplier got no id");
  const rows = await db.query<{ id: number }>({
    text: `insert into responder (supplier_id, name, login, pin_hash, response_types, on_duty, created_at, updated_at)
      select $1, 'Bench ' || n, 'bench-' || n, '', '{1,2,3,4}', true, now(), now() from generate_series(1, $2::int) as n returning id`,
    values: [supplier.id, responders],
  });
  return { id: supplier.id, secret, responderIds: rows.map(({ id }) => id) };
}

/** Signs responders in, as straight. @returns the token of each */
export async function signInResponders(db: Database, responderIds: readonly number[]): Promise<string[]> {
  const tokens = responderIds.map(() => randomBytes(32).toString("base64url"));
  await db.query({
    text: `insert into session (token_sha256, kind, subject_id, created_at, expires_at)
      select token, 'responder', id, now(), now() + interval '1 day' from unnest($1::bytea[], $2::bigint[]) as s(token, id)`,
    values: [tokens.map(sha256), responderIds],
  });
  return tokens;
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
