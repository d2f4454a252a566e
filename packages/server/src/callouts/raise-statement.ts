import { type Accepted, transition } from "@tocsin/domain";
import type { Capabilities } from "../capabilities.ts";
import { type Queryable, type Statement, sql } from "../db/index.ts";
import { type CalloutRow, calloutColumns, readCallout } from "./callout-row.ts";
import { type ChainedEntry, chain, genesis } from "./event-chain.ts";
import type { RaiseCommand, RaiseOutcome } from "./types.ts";

/** A raise with everything decided that can be decided before the place is looked up. */
export interface PreparedRaise {
  readonly command: RaiseCommand;
  readonly decision: Accepted;
  readonly entries: readonly ChainedEntry[];
  readonly trackingToken: string;
  readonly at: Temporal.Instant;
}

/** 128 bits: nobody guesses a tracking page. */
const trackingTokenBytes = 16;

export function prepareRaise(
  capabilities: Pick<Capabilities, "clock" | "random">,
  command: RaiseCommand,
): PreparedRaise {
  const at = capabilities.clock.now();
  const decision = transition(
    null,
    { type: "raised", request: command.request, by: command.by },
    at,
    command.timing,
  );
  if (!decision.ok) throw new Error(`A first raise was refused: ${decision.reason}`);
  const trackingToken = capabilities.random.bytes(trackingTokenBytes).toString("base64url");
  const entries = chain({ sequence: 0, hash: genesis(trackingToken) }, decision.entries, at);
  return { command, decision, entries, trackingToken, at };
}

/**
 * Looks the places up and writes callouts, timeline, outbox and deadlines, all in one statement, hence all or nothing.
 * Rows go in sorted by key, so that two nodes with opposite orders wait for each other instead of deadlocking. A place
 * with a live callout gets no second one (`on conflict`): its row comes back without a callout. A place that is just
 * being deleted is waited for (`for key share`), and is then unknown.
 */
const raise = sql(
  "callout-raise",
  `with asked as (
    select * from unnest(
      $1::bigint[], $2::bigint[], $3::text[], $4::smallint[], $5::smallint[], $6::boolean[], $7::text[], $8::text[],
      $9::text[], $10::integer[], $11::bytea[], $12::timestamptz[]
    ) with ordinality as t(
      customer_source_id, house_account_id, reference, response_type_id, classification_id, internal_test,
      installer_identifier, tracking_token, phase, sequence, last_hash, at, ord)
  ), place as (
    select asked.*, l.id as fixed_location_id, coalesce(l.customer_id, asked.house_account_id) as customer_id,
      l.latitude_degrees, l.longitude_degrees
    from asked join fixed_location l on l.customer_source_id = asked.customer_source_id
      and l.external_reference_id = asked.reference and l.deleted_at is null
    for key share of l
  ), raised as (
    insert into callout (customer_source_id, customer_id, fixed_location_id, response_type_id, classification_id,
      internal_test, installer_identifier, external_reference_id, phase, latitude, longitude, tracking_token, sequence,
      last_hash, created_at, updated_at)
    select customer_source_id, customer_id, fixed_location_id, response_type_id, classification_id, internal_test,
      installer_identifier, reference, phase, latitude_degrees, longitude_degrees, tracking_token, sequence, last_hash, at, at
    from place
    order by customer_source_id, fixed_location_id, response_type_id, internal_test
    on conflict (customer_source_id, fixed_location_id, response_type_id, internal_test)
      where phase not in ('cancelled', 'closed') and not duress do nothing
    returning ${calloutColumns}
  ), born as (
    select place.ord, raised.* from raised join place using (tracking_token)
  ), timeline as (
    insert into callout_event (customer_source_id, callout_id, sequence, kind, actor, actor_id, actor_name, body, at, hash)
    select born.customer_source_id, born.id, e.sequence, e.kind, e.actor, e.actor_id, e.actor_name, e.body, born.created_at, e.hash
    from unnest($13::bigint[], $14::integer[], $15::text[], $16::text[], $17::bigint[], $18::text[], $19::jsonb[], $20::bytea[])
      as e(ord, sequence, kind, actor, actor_id, actor_name, body, hash) join born using (ord)
  ), notices as (
    insert into outbox (customer_source_id, callout_id, sequence, phase, event, created_at)
    select born.customer_source_id, born.id, born.sequence, born.phase, n.event, born.created_at
    from unnest($21::bigint[], $22::text[]) as n(ord, event) join born using (ord)
  ), armed as (
    insert into deadline (customer_source_id, callout_id, kind, due_at, armed_at)
    select born.customer_source_id, born.id, d.kind, d.due_at, born.created_at
    from unnest($23::bigint[], $24::text[], $25::timestamptz[]) as d(ord, kind, due_at) join born using (ord)
  )
  select place.ord as place_ord, raised.* from place left join raised using (tracking_token)`,
);

export type RaiseRowOutcome = Exclude<RaiseOutcome, { kind: "folded" }> | { readonly kind: "alreadyLive" };

/** The statement with the parameters of these raises. */
export function raiseStatement(raises: readonly PreparedRaise[]): Statement {
  return raise(...parameters(raises));
}

/** Runs the statement; the outcomes stand in the order of `raises`. No two of them may have the same {@link foldKey}. */
export async function raiseAll(
  db: Pick<Queryable, "query">,
  raises: readonly PreparedRaise[],
): Promise<RaiseRowOutcome[]> {
  const rows = await db.query<CalloutRow & { place_ord: number; id: number | null }>(raiseStatement(raises));
  const outcomes: RaiseRowOutcome[] = raises.map(() => ({ kind: "unknownPlace" }));
  for (const row of rows) {
    outcomes[row.place_ord - 1] =
      row.id === null
        ? { kind: "alreadyLive" }
        : { kind: "raised", callout: readCallout({ ...row, offers: [], assignments: [] }) };
  }
  return outcomes;
}

/** Raises with the same key fold into one callout (panic-v2 §2). */
export function foldKey({ customerSourceId, request }: RaiseCommand): string {
  return `${customerSourceId} ${request.responseTypeId} ${request.internalTest} ${request.externalReferenceId}`;
}

function parameters(raises: readonly PreparedRaise[]): unknown[] {
  const each = <T>(pick: (raise: PreparedRaise) => T): T[] => raises.map(pick);
  const spread = <Item>(pick: (raise: PreparedRaise) => readonly Item[]): [number, Item][] =>
    raises.flatMap((raise, index) => pick(raise).map((item): [number, Item] => [index + 1, item]));
  const entries = spread((raise) => raise.entries);
  const notices = spread((raise) => raise.decision.notices);
  const deadlines = spread((raise) => raise.decision.deadlines);
  return [
    each(({ command }) => command.customerSourceId),
    each(({ command }) => command.houseAccountId),
    each(({ command }) => command.request.externalReferenceId),
    each(({ command }) => command.request.responseTypeId),
    each(({ decision }) => decision.state.classificationId),
    each(({ command }) => command.request.internalTest),
    each(({ command }) => command.request.installerIdentifier),
    each(({ trackingToken }) => trackingToken),
    each(({ decision }) => decision.state.phase),
    each(({ entries }) => entries.length),
    each(({ entries }) => entries.at(-1)?.hash),
    each(({ at }) => at.toString()),
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
