import { type Queryable, sql } from "../db/index.ts";
import { type CalloutWithResponders, calloutOfAlias, readCallout, respondersOfAlias } from "./callout-row.ts";
import type { Callout } from "./types.ts";

const columns = `${calloutOfAlias}, ${respondersOfAlias}`;

const lock = sql(
  "callout-lock",
  `select c.id from callout c where c.customer_source_id = $1 and c.id = $2 for update`,
);
const tryLock = sql(
  "callout-try-lock",
  `select c.id from callout c where c.customer_source_id = $1 and c.id = $2 for update skip locked`,
);
const read = sql(
  "callout-read",
  `select ${columns} from callout c where c.customer_source_id = $1 and c.id = $2`,
);

/**
 * The callout, held until the transaction ends: whoever else wants to change it waits. Locks first and reads after, so
 * that what is read is what the last holder left.
 */
export async function lockCallout(
  tx: Queryable,
  customerSourceId: number,
  id: number,
): Promise<Callout | undefined> {
  const [held] = await tx.query(lock(customerSourceId, id));
  return held && readWhole(tx, customerSourceId, id);
}

/** The same; undefined also when somebody else holds it just now. */
export async function tryLockCallout(
  tx: Queryable,
  customerSourceId: number,
  id: number,
): Promise<Callout | undefined> {
  const [held] = await tx.query(tryLock(customerSourceId, id));
  return held && readWhole(tx, customerSourceId, id);
}

async function readWhole(tx: Queryable, customerSourceId: number, id: number): Promise<Callout | undefined> {
  const [row] = await tx.query<CalloutWithResponders>(read(customerSourceId, id));
  return row && readCallout(row);
}
