import { type Queryable, sql } from "../db/index.ts";
import type { SignatureScheme, SigningKey } from "./signature.ts";
import type { EndpointDetails, WebhookEndpoint } from "./types.ts";

const columns = `customer_source_id, url, events, method, headers, signatures, created_at, updated_at,
  (select json_agg(json_build_object('scheme', scheme, 'secret', encode(secret, 'base64'), 'createdAt', created_at,
    'endsAt', ends_at) order by id desc) from webhook_key key
    where key.customer_source_id = endpoint.customer_source_id) as keys`;

const find = sql(
  "webhook-endpoint-find",
  `select ${columns} from webhook_endpoint endpoint where customer_source_id = $1`,
);

const findMany = sql(
  "webhook-endpoint-find-many",
  `select ${columns} from webhook_endpoint endpoint where customer_source_id = any($1::bigint[])`,
);

const listTenants = sql(
  "webhook-endpoint-tenants",
  "select customer_source_id from webhook_endpoint order by customer_source_id",
);

const save = sql(
  "webhook-endpoint-save",
  `insert into webhook_endpoint (customer_source_id, url, events, method, headers, signatures, created_at, updated_at)
  values ($1, $2, $3, $4, $5, $6, $7, $7)
  on conflict (customer_source_id) do update set url = excluded.url, events = excluded.events, method = excluded.method,
    headers = excluded.headers, signatures = excluded.signatures, updated_at = excluded.updated_at`,
);

const lock = sql(
  "webhook-endpoint-lock",
  "select customer_source_id from webhook_endpoint where customer_source_id = $1 for update",
);

const remove = sql(
  "webhook-endpoint-remove",
  "delete from webhook_endpoint where customer_source_id = $1 returning customer_source_id",
);

const addKey = sql(
  "webhook-key-add",
  "insert into webhook_key (customer_source_id, scheme, secret, created_at) values ($1, $2, $3, $4)",
);

const end = sql(
  "webhook-key-end",
  `update webhook_key set ends_at = least(ends_at, $2::timestamptz) where customer_source_id = $1`,
);

const prune = sql(
  "webhook-key-prune",
  `delete from webhook_key key where customer_source_id = $1 and (ends_at <= $3 or
    (select count(*) from webhook_key newer where newer.customer_source_id = key.customer_source_id
      and newer.scheme = key.scheme and newer.id > key.id) >= $2)`,
);

interface EndpointRow {
  readonly customer_source_id: number;
  readonly url: string;
  readonly events: string[];
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly signatures: SignatureScheme[];
  readonly created_at: Temporal.Instant;
  readonly updated_at: Temporal.Instant;
  readonly keys: readonly KeyOfRow[] | null;
}

interface KeyOfRow {
  readonly scheme: SignatureScheme;
  readonly secret: string;
  readonly createdAt: string;
  readonly endsAt: string | null;
}

/** Where the tenant wants to hear of its events, as it stands now. */
export async function findEndpoint(
  db: Queryable,
  customerSourceId: number,
): Promise<WebhookEndpoint | undefined> {
  const [row] = await db.query<EndpointRow>(find(customerSourceId));
  return row && readEndpoint(row);
}

/** The same of many tenants; those that have none are left out. */
export async function findEndpoints(
  db: Queryable,
  customerSourceIds: readonly number[],
): Promise<ReadonlyMap<number, WebhookEndpoint>> {
  const rows = await db.query<EndpointRow>(findMany(customerSourceIds));
  return new Map(rows.map((row) => [row.customer_source_id, readEndpoint(row)]));
}

/** Every tenant that has one. */
export async function listTenantsWithEndpoint(db: Queryable): Promise<number[]> {
  const rows = await db.query<Pick<EndpointRow, "customer_source_id">>(listTenants());
  return rows.map(({ customer_source_id }) => customer_source_id);
}

/** Creates or replaces the tenant's. Locked from now on. */
export async function saveEndpoint(
  tx: Queryable,
  customerSourceId: number,
  { url, events, method, headers, signatures }: EndpointDetails,
  now: Temporal.Instant,
): Promise<void> {
  const details = [url, events, method, JSON.stringify(headers), signatures];
  await tx.query(save(customerSourceId, ...details, now.toString()));
}

/** Two changes of keys at once go one after the other. */
export async function lockEndpoint(tx: Queryable, customerSourceId: number): Promise<void> {
  await tx.query(lock(customerSourceId));
}

/** @returns whether there was one */
export async function removeEndpoint(db: Queryable, customerSourceId: number): Promise<boolean> {
  return (await db.query(remove(customerSourceId))).length > 0;
}

export async function insertKey(
  tx: Queryable,
  customerSourceId: number,
  { scheme, secret }: SigningKey,
  now: Temporal.Instant,
): Promise<void> {
  await tx.query(addKey(customerSourceId, scheme, secret, now.toString()));
}

/** No key there is signs beyond `at`. */
export async function endKeys(tx: Queryable, customerSourceId: number, at: Temporal.Instant): Promise<void> {
  await tx.query(end(customerSourceId, at.toString()));
}

/** Forgets keys that have ended, and of those of each scheme all but the newest. */
export async function keepNewestKeys(
  tx: Queryable,
  customerSourceId: number,
  most: number,
  now: Temporal.Instant,
): Promise<void> {
  await tx.query(prune(customerSourceId, most, now.toString()));
}

function readEndpoint(row: EndpointRow): WebhookEndpoint {
  return {
    customerSourceId: row.customer_source_id,
    url: row.url,
    events: row.events,
    method: row.method,
    headers: row.headers,
    signatures: row.signatures,
    keys: (row.keys ?? []).map(({ scheme, secret, createdAt, endsAt }) => ({
      scheme,
      secret: Buffer.from(secret, "base64"),
      createdAt: Temporal.Instant.from(createdAt),
      endsAt: endsAt === null ? null : Temporal.Instant.from(endsAt),
    })),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
