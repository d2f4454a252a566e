import { type Queryable, sql } from "../db/index.ts";

/**
 * A lane is a tenant's endpoint with all that goes there. One node at a time sends in it: the one that its row names, as long as
 * that node says that it lives. Time is the database's, the one clock that all nodes share.
 */
export interface HeldLane {
  readonly customerSourceId: number;
  /** Failed tries since the last success, as the lane's holder before knew them. */
  readonly failures: number;
}

const renew = sql(
  "webhook-node-renew",
  `with gone as (
    delete from webhook_node where alive_until < clock_timestamp() - interval '1 hour'
  )
  insert into webhook_node (id, alive_until) values ($1, clock_timestamp() + make_interval(secs => $2))
  on conflict (id) do update set alive_until = excluded.alive_until`,
);

const leave = sql(
  "webhook-node-leave",
  `with freed as (update webhook_lane set node_id = null where node_id = $1)
  delete from webhook_node where id = $1`,
);

const forget = sql("webhook-nodes-forget", "delete from webhook_node");

const isFree = `(l.node_id is null or l.node_id = $2
  or not exists (select from webhook_node n where n.id = l.node_id and n.alive_until > clock_timestamp()))`;

/** Those that seem free are tried; of two nodes that try at once the second finds it taken. */
const claim = sql(
  "webhook-lane-claim",
  `insert into webhook_lane as l (customer_source_id, node_id)
  select t.id, $2 from unnest($1::bigint[]) as t(id) left join webhook_lane l on l.customer_source_id = t.id
  where ${isFree} order by t.id
  on conflict (customer_source_id) do update set node_id = excluded.node_id where ${isFree}
  returning l.customer_source_id as "customerSourceId", l.failures`,
);

const holding = `select customer_source_id as id from webhook_lane
  where customer_source_id = any($1::bigint[]) and node_id = $2
    and exists (select from webhook_node n where n.id = $2 and n.alive_until > clock_timestamp())
  order by customer_source_id for update`;

const hold = sql("webhook-lane-hold", holding);

/** The same, where a commit that a crash of the database loses does no harm: it need not wait for the disk. */
const holdQuickly = sql(
  "webhook-lane-hold-quickly",
  `select id, set_config('synchronous_commit', 'off', true) from (${holding}) held`,
);

const release = sql(
  "webhook-lane-release",
  `update webhook_lane l set node_id = null, failures = r.failures
  from unnest($1::bigint[], $2::integer[]) as r(id, failures) where l.customer_source_id = r.id and l.node_id = $3`,
);

const note = sql(
  "webhook-lane-note",
  `update webhook_lane l set failures = r.failures
  from unnest($1::bigint[], $2::integer[]) as r(id, failures) where l.customer_source_id = r.id`,
);

const open = sql(
  "webhook-lane-open",
  "insert into webhook_lane (customer_source_id) values ($1) on conflict (customer_source_id) do nothing",
);

const lock = sql("webhook-lane-lock", "select from webhook_lane where customer_source_id = $1 for update");

/** Says that the node lives, and will be heard of again within `seconds`. */
export async function renewNode(db: Queryable, nodeId: string, seconds: number): Promise<void> {
  await db.query(renew(nodeId, seconds));
}

/** Frees everything of the node at once. */
export async function leaveNode(db: Queryable, nodeId: string): Promise<void> {
  await db.query(leave(nodeId));
}

/**
 * Frees every lane of nodes that ended without leaving. Only for who knows that no other node lives: the one that holds the data
 * folder, before its own word is heard.
 */
export async function forgetNodes(db: Queryable): Promise<void> {
  await db.query(forget());
}

/** Takes those of the tenants' lanes that no living node has. */
export async function claimLanes(
  db: Queryable,
  nodeId: string,
  customerSourceIds: readonly number[],
): Promise<HeldLane[]> {
  if (customerSourceIds.length === 0) return [];
  return db.query<HeldLane>(claim(customerSourceIds, nodeId));
}

/**
 * Holds the node's lanes until the transaction ends; those that are another's by now are left out.
 * @param commit `quickly`: it need not outlive a crash of the database
 */
export async function holdLanes(
  tx: Queryable,
  nodeId: string,
  customerSourceIds: readonly number[],
  commit: "safely" | "quickly" = "safely",
): Promise<ReadonlySet<number>> {
  const statement = commit === "quickly" ? holdQuickly : hold;
  const rows = await tx.query<{ id: number }>(statement(customerSourceIds, nodeId));
  return new Set(rows.map(({ id }) => id));
}

/** Gives lanes back that have nothing to do. */
export async function releaseLanes(db: Queryable, nodeId: string, lanes: readonly HeldLane[]): Promise<void> {
  const ids = lanes.map(({ customerSourceId }) => customerSourceId);
  const failures = lanes.map((lane) => lane.failures);
  await db.query(release(ids, failures, nodeId));
}

/** Writes how lanes do, for whoever has them next. @param tx a transaction that holds them */
export async function noteFailures(tx: Queryable, lanes: readonly HeldLane[]): Promise<void> {
  const ids = lanes.map(({ customerSourceId }) => customerSourceId);
  const failures = lanes.map((lane) => lane.failures);
  await tx.query(note(ids, failures));
}

/** Holds the tenant's lane for whoever changes its lines from outside, whichever node sends in it. */
export async function lockLane(tx: Queryable, customerSourceId: number): Promise<void> {
  await tx.query(open(customerSourceId));
  await tx.query(lock(customerSourceId));
}
