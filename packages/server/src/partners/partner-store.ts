import { type Queryable, sql } from "../db/index.ts";
import { effectivePolicies, type PolicyOverrides } from "./policies.ts";
import type { Partner } from "./types.ts";

/** The channel that names every tenant which was changed, by its id. */
export const partnerChanged = "partner_changed";

interface PartnerRow {
  id: number;
  client_id: string;
  name: string;
  policies: PolicyOverrides;
  is_demo: boolean;
  tokens_valid_from: Temporal.Instant | null;
  house_account_id: number;
}

const partnerColumns =
  "s.id, s.client_id, s.name, s.policies, s.is_demo, s.tokens_valid_from, c.id as house_account_id";

const find = sql(
  "partner-find",
  `select ${partnerColumns} from customer_source s
  join customer c on c.customer_source_id = s.id and c.is_house_account where s.id = $1`,
);

const list = sql(
  "partner-list",
  `select ${partnerColumns}, s.created_at,
    (select count(*) from client_secret where customer_source_id = s.id) as live_secrets
  from customer_source s join customer c on c.customer_source_id = s.id and c.is_house_account order by s.id`,
);

const insert = sql(
  "partner-insert",
  `insert into customer_source (client_id, name, policies, is_demo, created_at, updated_at)
  values ($1, $2, $3, $4, $5, $5) on conflict (client_id) do nothing returning id`,
);

const insertAccount = sql(
  "partner-insert-house-account",
  `insert into customer (customer_source_id, is_house_account, name, surname, created_at, updated_at)
  values ($1, true, $2, 'House account', $3, $3) returning id`,
);

const lock = sql("partner-lock", "select id, policies from customer_source where client_id = $1 for update");
const clientIds = sql(
  "partner-client-ids",
  "select client_id from customer_source order by client_id limit 20",
);
const storePolicies = sql(
  "partner-policies",
  "update customer_source set policies = $2, updated_at = $3 where id = $1",
);
const notify = sql("partner-notify", `select pg_notify('${partnerChanged}', $1)`);

export interface ListedPartner {
  readonly customerSourceId: number;
  readonly clientId: string;
  readonly name: string;
  readonly houseAccountId: number;
  readonly isDemo: boolean;
  /** Only what was set; everything else follows the defaults. */
  readonly policies: PolicyOverrides;
  readonly liveSecrets: number;
  readonly createdAt: Temporal.Instant;
}

export async function readPartner(db: Queryable, customerSourceId: number): Promise<Partner | undefined> {
  const [row] = await db.query<PartnerRow>(find(customerSourceId));
  return row && toPartner(row);
}

export async function readPartnerList(db: Queryable): Promise<ListedPartner[]> {
  const rows = await db.query<PartnerRow & { live_secrets: number; created_at: Temporal.Instant }>(list());
  return rows.map((row) => {
    const { customerSourceId, clientId, name, houseAccountId, isDemo } = toPartner(row);
    const stored = { policies: row.policies, liveSecrets: row.live_secrets, createdAt: row.created_at };
    return { customerSourceId, clientId, name, houseAccountId, isDemo, ...stored };
  });
}

/** Undefined when the clientId is taken. */
export async function insertPartner(
  tx: Queryable,
  partner: { clientId: string; name: string; policies: PolicyOverrides; isDemo: boolean },
  now: Temporal.Instant,
): Promise<{ customerSourceId: number; houseAccountId: number } | undefined> {
  const { clientId, name, policies, isDemo } = partner;
  const at = now.toString();
  const [source] = await tx.query<{ id: number }>(
    insert(clientId, name, JSON.stringify(policies), isDemo, at),
  );
  if (!source) return undefined;
  const [account] = await tx.query<{ id: number }>(insertAccount(source.id, name, at));
  if (!account) throw new Error(`The house account of ${clientId} was not made`);
  return { customerSourceId: source.id, houseAccountId: account.id };
}

/** The tenant, locked until the transaction ends, so that two commands on it do not undo each other's work. */
export async function lockPartner(
  tx: Queryable,
  clientId: string,
): Promise<{ readonly customerSourceId: number; readonly policies: PolicyOverrides } | undefined> {
  const [row] = await tx.query<Pick<PartnerRow, "id" | "policies">>(lock(clientId));
  return row && { customerSourceId: row.id, policies: row.policies };
}

/** Some of the client ids there are, for a message that helps. */
export async function someClientIds(db: Queryable): Promise<string[]> {
  return (await db.query<{ client_id: string }>(clientIds())).map((row) => row.client_id);
}

export async function savePolicies(
  tx: Queryable,
  customerSourceId: number,
  policies: PolicyOverrides,
  now: Temporal.Instant,
): Promise<void> {
  await tx.query(storePolicies(customerSourceId, JSON.stringify(policies), now.toString()));
}

/** Tells every node; delivered when the transaction commits. */
export async function announceChange(tx: Queryable, customerSourceId: number): Promise<void> {
  await tx.query(notify(String(customerSourceId)));
}

function toPartner(row: PartnerRow): Partner {
  return {
    customerSourceId: row.id,
    clientId: row.client_id,
    name: row.name,
    houseAccountId: row.house_account_id,
    policies: effectivePolicies(row.policies),
    isDemo: row.is_demo,
    tokensValidFrom: row.tokens_valid_from,
  };
}
