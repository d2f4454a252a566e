import { leastWebhookWaitSeconds } from "@tocsin/domain";
import { type Queryable, sql } from "../db/index.ts";
import type { DeliverySubject, Head } from "./delivery.ts";
import { sameLine } from "./delivery-store.ts";

/** An event that an endpoint asked for, with its body. */
export interface NewDelivery {
  readonly customerSourceId: number;
  readonly webhookId: string;
  readonly event: string;
  readonly subject: DeliverySubject;
  /** Null: a line of its own. */
  readonly subjectId: number | null;
  readonly happenedAt: Temporal.Instant;
  readonly body: string;
}

/** What was put at the ends of lines. */
export interface Added {
  /** Those that are first in their lines. */
  readonly heads: Head[];
  /** When one that others came behind is tried again; null: none is. */
  readonly nudgedAt: Temporal.Instant | null;
}

/** The first row has the new ids as well. */
const readLines = sql(
  "webhook-add-lines",
  `select l.ord, case when l.ord = 1 then
      (select array_agg(nextval('webhook_delivery_id_seq')) from generate_series(1, $4)) end as ids,
    coalesce((select max(d.sequence) from webhook_delivery d where ${sameLine("d", "l")}),
      (select e.sequence from webhook_line_end e where ${sameLine("e", "l")}), 0) as sequence,
    exists (select from webhook_delivery d where ${sameLine("d", "l")} and d.state = 'pending') as waits
  from unnest($1::bigint[], $2::text[], $3::bigint[]) with ordinality as l(customer_source_id, subject, subject_id, ord)`,
);

const insert = sql(
  "webhook-add",
  `with bodies as (
    insert into webhook_body (customer_source_id, delivery_id, body) select * from unnest($1::bigint[], $2::bigint[], $3::text[])
  )
  insert into webhook_delivery (customer_source_id, id, webhook_id, event, subject, subject_id, sequence, happened_at, state,
    made_at, due_at)
  select n.customer_source_id, n.id, n.webhook_id, n.event, n.subject, n.subject_id, n.sequence, n.happened_at, 'pending', $10,
    case when n.is_first then $10::timestamptz end
  from unnest($1::bigint[], $2::bigint[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::integer[], $9::timestamptz[],
    $11::boolean[]) as n(customer_source_id, id, webhook_id, event, subject, subject_id, sequence, happened_at, is_first)`,
);

/** It is news: the one in front is tried again, not sooner than a second after its last try, nor than the receiver asked for. */
const nudge = sql(
  "webhook-add-nudge",
  `update webhook_delivery h set due_at = greatest($4, h.last_try_at + make_interval(secs => $5), h.held_until)
  from unnest($1::bigint[], $2::text[], $3::bigint[]) as l(customer_source_id, subject, subject_id)
  where ${sameLine("h", "l")} and h.due_at > greatest($4, h.last_try_at + make_interval(secs => $5), h.held_until)
  returning h.due_at`,
);

/** The end of a line, before and while deliveries are added to it. */
interface LineEnd {
  readonly key: LineKey;
  sequence: number;
  /** Something of it is pending that was there before. */
  readonly waits: boolean;
  isTaken: boolean;
}

type LineKey = readonly [customerSourceId: number, subject: DeliverySubject, subjectId: number];

/**
 * Puts deliveries at the ends of their lines, numbered. The first of a line is due at once.
 * @param tx a transaction that holds the lanes
 */
export async function addDeliveries(
  tx: Queryable,
  deliveries: readonly NewDelivery[],
  now: Temporal.Instant,
): Promise<Added> {
  if (deliveries.length === 0) return { heads: [], nudgedAt: null };
  const { ids, lines } = await readLineEnds(tx, deliveries);
  const added = deliveries.map((each, index) => number(each, ids[index] ?? Number.NaN, lines, now));
  await tx.query(insert(...valuesOf(added, now)));
  const nudgedAt = await nudgeLines(tx, [...lines.values()], now);
  return { heads: added.filter(({ isFirst }) => isFirst), nudgedAt };
}

/** One without a subject of its own is the only one in its line. */
function keyOf({ customerSourceId, subject, subjectId }: NewDelivery): LineKey {
  return [customerSourceId, subject, subjectId ?? -1];
}

async function readLineEnds(
  tx: Queryable,
  deliveries: readonly NewDelivery[],
): Promise<{ readonly ids: readonly number[]; readonly lines: ReadonlyMap<string, LineEnd> }> {
  const keys = new Map(deliveries.map(keyOf).map((key) => [key.join(" "), key]));
  const rows = await tx.query<{ ord: number; ids: number[] | null; sequence: number; waits: boolean }>(
    readLines(...columnsOf([...keys.values()]), deliveries.length),
  );
  const found = new Map(rows.map((row) => [row.ord, row]));
  const lines = [...keys].map(([name, key], index): [string, LineEnd] => {
    const { sequence = 0, waits = false } = found.get(index + 1) ?? {};
    return [name, { key, sequence, waits, isTaken: waits }];
  });
  return { ids: found.get(1)?.ids ?? [], lines: new Map(lines) };
}

function number(
  delivery: NewDelivery,
  id: number,
  lines: ReadonlyMap<string, LineEnd>,
  now: Temporal.Instant,
): Head & { readonly isFirst: boolean } {
  const fresh = { ...delivery, id, madeAt: now, attempts: 0, tries: 0, firstTryAt: null };
  if (delivery.subjectId === null) return { ...fresh, subjectId: id, sequence: 1, isFirst: true };
  const line = lines.get(keyOf(delivery).join(" "));
  if (!line) throw new Error(`The line of delivery ${id} was not read`);
  const isFirst = !line.isTaken;
  line.isTaken = true;
  line.sequence += 1;
  return { ...fresh, subjectId: delivery.subjectId, sequence: line.sequence, isFirst };
}

async function nudgeLines(
  tx: Queryable,
  lines: readonly LineEnd[],
  now: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const waiting = lines.filter(({ waits }) => waits).map(({ key }) => key);
  if (waiting.length === 0) return null;
  const rows = await tx.query<{ due_at: Temporal.Instant }>(
    nudge(...columnsOf(waiting), now.toString(), leastWebhookWaitSeconds),
  );
  return rows.map((row) => row.due_at).toSorted(Temporal.Instant.compare)[0] ?? null;
}

function columnsOf(keys: readonly LineKey[]): unknown[] {
  return [keys.map(([tenant]) => tenant), keys.map(([, subject]) => subject), keys.map(([, , id]) => id)];
}

function valuesOf(
  added: readonly (Head & { readonly isFirst: boolean })[],
  now: Temporal.Instant,
): unknown[] {
  return [
    added.map(({ customerSourceId }) => customerSourceId),
    added.map(({ id }) => id),
    added.map(({ body }) => body),
    added.map(({ webhookId }) => webhookId),
    added.map(({ event }) => event),
    added.map(({ subject }) => subject),
    added.map(({ subjectId }) => subjectId),
    added.map(({ sequence }) => sequence),
    added.map(({ happenedAt }) => happenedAt.toString()),
    now.toString(),
    added.map(({ isFirst }) => isFirst),
  ];
}
