import { type Queryable, sql } from "../db/index.ts";

/** One row always, and the same look-ups for an unknown id as for a known one: neither shows in the time it takes. */
const find = sql(
  "client-secret-find",
  `select s.id, array(select secret_sha256 from client_secret where customer_source_id = coalesce(s.id, 0)) as secrets
  from (select $1::text as client_id) asked left join customer_source s on s.client_id = asked.client_id`,
);

const insert = sql(
  "client-secret-insert",
  "insert into client_secret (customer_source_id, secret_sha256, created_at) values ($1, $2, $3)",
);

const keepNewest = sql(
  "client-secret-keep-newest",
  `delete from client_secret where customer_source_id = $1 and id not in (
    select id from client_secret where customer_source_id = $1 order by id desc limit $2)`,
);

const revoke = sql(
  "partner-revoke-tokens",
  "update customer_source set tokens_valid_from = $2, updated_at = $3 where id = $1",
);

/** The tenant behind a clientId, null when there is none, and the hashes of its live secrets. */
export async function readSecrets(
  db: Queryable,
  clientId: string,
): Promise<{ readonly customerSourceId: number | null; readonly secrets: readonly Buffer[] }> {
  const [row] = await db.query<{ id: number | null; secrets: Buffer[] }>(find(clientId));
  return { customerSourceId: row?.id ?? null, secrets: row?.secrets ?? [] };
}

export async function insertSecret(
  tx: Queryable,
  customerSourceId: number,
  secretSha256: Buffer,
  now: Temporal.Instant,
): Promise<void> {
  await tx.query(insert(customerSourceId, secretSha256, now.toString()));
}

/** Ends every secret but the newest `count`. */
export async function keepNewestSecrets(
  tx: Queryable,
  customerSourceId: number,
  count: number,
): Promise<void> {
  await tx.query(keepNewest(customerSourceId, count));
}

/** Refuses every token made before the next whole second: times in tokens are whole seconds. */
export async function revokeTokens(
  tx: Queryable,
  customerSourceId: number,
  now: Temporal.Instant,
): Promise<void> {
  const from = now.round({ smallestUnit: "second", roundingMode: "ceil" });
  await tx.query(revoke(customerSourceId, from.toString(), now.toString()));
}
