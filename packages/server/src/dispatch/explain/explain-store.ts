import type { CalloutPhase, RankedCandidate } from "@tocsin/domain";
import { type Queryable, sql } from "../../db/index.ts";
import type { WrittenInputs } from "./read-inputs.ts";

export interface ExplainedCalloutRow {
  readonly customerSourceId: number;
  readonly clientId: string;
  readonly phase: CalloutPhase;
  readonly responseTypeId: number;
  readonly raisedAt: Temporal.Instant;
}

export interface DecisionRow {
  readonly sequence: number;
  readonly at: Temporal.Instant;
  readonly inputs: WrittenInputs;
  readonly ranking: readonly RankedCandidate[];
  readonly entries: readonly DecisionEntry[];
}

/** What was written on the timeline together with a decision. */
export interface DecisionEntry {
  readonly kind: string;
  readonly body: Readonly<Record<string, string | number | boolean | null>>;
}

/** A callout's id says nothing of its tenant, so each is asked. */
const find = sql(
  "explain-find-callout",
  `select c.customer_source_id as "customerSourceId", s.client_id as "clientId", c.phase,
    c.response_type_id as "responseTypeId", c.created_at as "raisedAt"
  from customer_source s join callout c on c.customer_source_id = s.id and c.id = $1`,
);

const decisions = sql(
  "explain-decisions",
  `select d.sequence, d.at, d.inputs, d.ranking, (
      select jsonb_agg(jsonb_build_object('kind', e.kind, 'body', e.body) order by e.sequence)
      from callout_event last join callout_event e on e.customer_source_id = last.customer_source_id
        and e.callout_id = last.callout_id and e.tx = last.tx and e.sequence <= last.sequence
      where last.customer_source_id = d.customer_source_id and last.callout_id = d.callout_id and last.sequence = d.sequence
    ) as entries
  from decision d where d.customer_source_id = $1 and d.callout_id = $2 order by d.sequence`,
);

const names = sql(
  "explain-names",
  `select r.id, r.name, s.name as "supplierName" from responder r join supplier s on s.id = r.supplier_id
  where r.id = any($1::bigint[])`,
);

export function findExplainedCallouts(db: Queryable, calloutId: number): Promise<ExplainedCalloutRow[]> {
  return db.query<ExplainedCalloutRow>(find(calloutId));
}

export function listDecisions(
  db: Queryable,
  customerSourceId: number,
  calloutId: number,
): Promise<DecisionRow[]> {
  return db.query<DecisionRow>(decisions(customerSourceId, calloutId));
}

/** What responders are called, with whom they are. */
export async function nameResponders(
  db: Queryable,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await db.query<{ id: number; name: string; supplierName: string }>(names(ids));
  return new Map(rows.map(({ id, name, supplierName }) => [id, `${name} (${supplierName})`]));
}
