import type { PreparedRaise } from "./prepare-raise.ts";
import type { AnyRaise } from "./types.ts";

/**
 * The common table expressions that write what goes with callouts being born (`raised`, from `subject`): timeline, outbox
 * and deadlines.
 * @param first number of the first of the parameters that {@link bornParameters} gives
 */
export function bornRows(first: number): string {
  const $ = (offset: number): string => `$${first + offset}`;
  return `born as (
    select subject.ord, raised.* from raised join subject using (tracking_token)
  ), timeline as (
    insert into callout_event (customer_source_id, callout_id, sequence, kind, actor, actor_id, actor_name, body, at, hash)
    select born.customer_source_id, born.id, e.sequence, e.kind, e.actor, e.actor_id, e.actor_name, e.body, born.created_at, e.hash
    from unnest(${$(0)}::bigint[], ${$(1)}::integer[], ${$(2)}::text[], ${$(3)}::text[], ${$(4)}::bigint[], ${$(5)}::text[],
      ${$(6)}::jsonb[], ${$(7)}::bytea[])
      as e(ord, sequence, kind, actor, actor_id, actor_name, body, hash) join born using (ord)
  ), notices as (
    insert into outbox (customer_source_id, callout_id, sequence, phase, event, created_at)
    select born.customer_source_id, born.id, born.sequence, born.phase, n.event, born.created_at
    from unnest(${$(8)}::bigint[], ${$(9)}::text[]) as n(ord, event) join born using (ord)
  ), armed as (
    insert into deadline (customer_source_id, callout_id, kind, due_at, armed_at)
    select born.customer_source_id, born.id, d.kind, d.due_at, born.created_at
    from unnest(${$(10)}::bigint[], ${$(11)}::text[], ${$(12)}::timestamptz[]) as d(ord, kind, due_at) join born using (ord)
  )`;
}

export function bornParameters(raises: readonly PreparedRaise<AnyRaise>[]): unknown[] {
  const spread = <Item>(pick: (raise: PreparedRaise<AnyRaise>) => readonly Item[]): [number, Item][] =>
    raises.flatMap((raise, index) => pick(raise).map((item): [number, Item] => [index + 1, item]));
  const entries = spread((raise) => raise.entries);
  const notices = spread((raise) => raise.decision.notices);
  const deadlines = spread((raise) => raise.decision.deadlines);
  return [
    entries.map(([ord]) => ord),
    entries.map(([, entry]) => entry.sequence),
    entries.map(([, entry]) => entry.kind),
    entries.map(([, { actor }]) => actor.kind),
    entries.map(([, { actor }]) => actor.id),
    entries.map(([, { actor }]) => actor.name),
    entries.map(([, entry]) => JSON.stringify(entry.body)),
    entries.map(([, entry]) => entry.hash),
    notices.map(([ord]) => ord),
    notices.map(([, event]) => event),
    deadlines.map(([ord]) => ord),
    deadlines.map(([, deadline]) => deadline.kind),
    deadlines.map(([, deadline]) => deadline.dueAt?.toString()),
  ];
}
