import type { CalloutEvent, Decision, Timing } from "@tocsin/domain";
import { transition } from "@tocsin/domain";
import { type Queryable, sql } from "../db/index.ts";
import { chain } from "./event-chain.ts";
import type { Callout } from "./types.ts";

/** State, timeline, outbox and deadlines of one transition, in one statement. */
const save = sql(
  "callout-save",
  `with saved as (
    update callout set phase = $3, classification_id = $4, duress = $5, repeats = $6, sequence = $7, last_hash = $8, updated_at = $9
    where customer_source_id = $1 and id = $2
  ), timeline as (
    insert into callout_event (customer_source_id, callout_id, sequence, kind, actor, body, at, hash)
    select $1, $2, e.sequence, e.kind, e.actor, e.body, $9, e.hash
    from unnest($10::integer[], $11::text[], $12::text[], $13::jsonb[], $14::bytea[]) as e(sequence, kind, actor, body, hash)
  ), notices as (
    insert into outbox (customer_source_id, callout_id, sequence, event, created_at)
    select $1, $2, $7, n.event, $9 from unnest($15::text[]) as n(event)
  ), disarmed as (
    delete from deadline where customer_source_id = $1 and callout_id = $2 and kind = any($16::text[])
  )
  insert into deadline (customer_source_id, callout_id, kind, due_at, armed_at)
  select $1, $2, d.kind, d.due_at, $19 from unnest($17::text[], $18::timestamptz[]) as d(kind, due_at)
  on conflict (customer_source_id, callout_id, kind) do update set due_at = excluded.due_at, armed_at = excluded.armed_at`,
);

export type Applied = { readonly ok: true; readonly callout: Callout } | Extract<Decision, { ok: false }>;

/**
 * Lets `event` happen to a callout: asks the transition function and stores what it decides.
 * @param tx a transaction that holds the callout's row lock
 */
export async function applyEvent(
  tx: Queryable,
  callout: Callout,
  event: CalloutEvent,
  now: Temporal.Instant,
  timing: Timing,
): Promise<Applied> {
  const decision = transition(callout, event, now, timing);
  if (!decision.ok) return decision;
  // a timeline never runs backwards, whatever the clock did
  const at = Temporal.Instant.compare(now, callout.updatedAt) < 0 ? callout.updatedAt : now;
  const entries = chain({ sequence: callout.sequence, hash: callout.lastHash }, decision.entries, at);
  const last = entries.at(-1);
  const next: Callout = {
    ...callout,
    ...decision.state,
    sequence: last?.sequence ?? callout.sequence,
    lastHash: last?.hash ?? callout.lastHash,
    updatedAt: at,
  };
  await tx.query(save(...parameters(next, entries, decision, now)));
  return { ok: true, callout: next };
}

function parameters(
  next: Callout,
  entries: ReturnType<typeof chain>,
  decision: Extract<Decision, { ok: true }>,
  armedAt: Temporal.Instant,
): unknown[] {
  const disarmed = decision.deadlines.filter(({ dueAt }) => dueAt === null);
  const armed = decision.deadlines.filter(({ dueAt }) => dueAt !== null);
  return [
    next.customerSourceId,
    next.id,
    next.phase,
    next.classificationId,
    next.duress,
    next.repeats,
    next.sequence,
    next.lastHash,
    next.updatedAt.toString(),
    entries.map(({ sequence }) => sequence),
    entries.map(({ kind }) => kind),
    entries.map(({ actor }) => actor),
    entries.map(({ body }) => JSON.stringify(body)),
    entries.map(({ hash }) => hash),
    decision.notices,
    disarmed.map(({ kind }) => kind),
    armed.map(({ kind }) => kind),
    armed.map(({ dueAt }) => dueAt?.toString()),
    armedAt.toString(),
  ];
}
