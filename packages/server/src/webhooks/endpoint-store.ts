import { type Queryable, sql } from "../db/index.ts";
import type { SignatureScheme } from "./signature.ts";
import type { WebhookEndpoint } from "./types.ts";

const columns = `customer_source_id, url, events, method, headers, signatures, created_at, updated_at,
  (select json_agg(json_build_object('scheme', scheme, 'secret', encode(secret, 'base64'), 'createdAt', created_at,
    'endsAt', ends_at) order by id desc) from webhook_key key
    where key.customer_source_id = endpoint.customer_source_id) as keys`;

const find = sql(
  "webhook-endpoint-find",
  `select ${columns} from webhook_endpoint endpoint where customer_source_id = $1`,
);

const listTenants = sql(
  "webhook-endpoint-tenants",
  "select customer_source_id from webhook_endpoint order by customer_source_id",
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

/** Every tenant that has one. */
export async function listTenantsWithEndpoint(db: Queryable): Promise<number[]> {
  const rows = await db.query<Pick<EndpointRow, "customer_source_id">>(listTenants());
  return rows.map(({ customer_source_id }) => customer_source_id);
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
