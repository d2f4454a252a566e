import { type Queryable, type Statement, sql } from "../db/index.ts";
import { type CalloutWithResponders, calloutOfAlias, readCallout, respondersOfAlias } from "./callout-row.ts";
import type { Callout } from "./types.ts";

const columns = `${calloutOfAlias}, ${respondersOfAlias}`;

/**
 * PostgreSQL locks the newest version of the callout's row, but reads offers and assignments as they were when the
 * statement began. `seen` is the sequence as of then: offers and assignments never change without it.
 */
const locking = `select ${columns}, (select s.sequence from callout s
    where s.customer_source_id = c.customer_source_id and s.id = c.id) as seen
  from callout c where c.customer_source_id = $1 and c.id = $2 for update`;

const lock = sql("callout-lock", locking);
const tryLock = sql("callout-try-lock", `${locking} skip locked`);
const read = sql(
  "callout-read",
  `select ${columns} from callout c where c.customer_source_id = $1 and c.id = $2`,
);

const readMany = sql(
  "callout-read-many",
  `select ${columns} from callout c join unnest($1::bigint[], $2::bigint[]) as asked(customer_source_id, id)
    on c.customer_source_id = asked.customer_source_id and c.id = asked.id`,
);

/** The callout, held until the transaction ends: whoever else wants to change it waits. */
export function lockCallout(
  tx: Queryable,
  customerSourceId: number,
  id: number,
): Promise<Callout | undefined> {
  return readHeld(tx, lock(customerSourceId, id));
}

/** The same; undefined also when somebody else holds it just now. */
export function tryLockCallout(
  tx: Queryable,
  customerSourceId: number,
  id: number,
): Promise<Callout | undefined> {
  return readHeld(tx, tryLock(customerSourceId, id));
}

/** Callouts as they are now, held by nobody: good for a look, and for a change only if they are still the same then. */
export async function peekCallouts(
  db: Queryable,
  wanted: readonly { readonly customerSourceId: number; readonly calloutId: number }[],
): Promise<Callout[]> {
  const rows = await db.query<CalloutWithResponders>(
    readMany(
      wanted.map(({ customerSourceId }) => customerSourceId),
      wanted.map(({ calloutId }) => calloutId),
    ),
  );
  return rows.map(readCallout);
}

async function readHeld(tx: Queryable, locking: Statement): Promise<Callout | undefined> {
  const [held] = await tx.query<CalloutWithResponders & { seen: number }>(locking);
  if (!held) return undefined;
  if (held.seen === held.sequence) return readCallout(held);
  // the last holder changed it while we waited; what it left can be read now
  const [row] = await tx.query<CalloutWithResponders>(read(held.customer_source_id, held.id));
  return row && readCallout(row);
}
