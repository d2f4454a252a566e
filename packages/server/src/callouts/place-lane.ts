import { type Statement, sql } from "../db/index.ts";
import { calloutColumns } from "./callout-row.ts";
import type { PreparedRaise } from "./prepare-raise.ts";
import type { RaiseLane } from "./raise-lane.ts";
import { bornParameters, bornRows } from "./raise-rows.ts";
import type { RaiseCommand } from "./types.ts";

/**
 * Looks the places up and writes callouts, timeline, outbox and deadlines, all in one statement, hence all or nothing.
 * Rows go in sorted by key, so that two nodes with opposite orders wait for each other instead of deadlocking. A place
 * with a live callout gets no second one (`on conflict`): its row comes back without a callout. A place that is just
 * being deleted is waited for (`for key share`), and is then unknown; one whose customer is, is then the tenant's own.
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
  ), subject as (
    select asked.*, l.id as fixed_location_id, coalesce(l.customer_id, asked.house_account_id) as customer_id,
      l.latitude_degrees, l.longitude_degrees
    from asked join fixed_location l on l.customer_source_id = asked.customer_source_id
      and l.external_reference_id = asked.reference and l.deleted_at is null
    order by l.customer_source_id, l.id for key share of l
  ), raised as (
    insert into callout (customer_source_id, customer_id, fixed_location_id, response_type_id, classification_id,
      internal_test, installer_identifier, external_reference_id, phase, latitude, longitude, tracking_token, sequence,
      last_hash, created_at, updated_at)
    select customer_source_id, customer_id, fixed_location_id, response_type_id, classification_id, internal_test,
      installer_identifier, reference, phase, latitude_degrees, longitude_degrees, tracking_token, sequence, last_hash, at, at
    from subject
    order by customer_source_id, fixed_location_id, response_type_id, internal_test
    on conflict (customer_source_id, fixed_location_id, response_type_id, internal_test)
      where phase not in ('cancelled', 'closed') and not duress and not for_person do nothing
    returning ${calloutColumns}
  ), ${bornRows(13)}
  select subject.ord as subject_ord, raised.* from subject left join raised using (tracking_token)`,
);

const findLive = sql(
  "callout-find-live-at-place",
  `select c.id from callout c
  join fixed_location l on l.customer_source_id = c.customer_source_id and l.id = c.fixed_location_id
  where c.customer_source_id = $1 and l.external_reference_id = $2 and l.deleted_at is null
    and c.response_type_id = $3 and c.internal_test = $4
    and c.phase not in ('cancelled', 'closed') and not c.duress and not c.for_person`,
);

/** Raises for places, by the partner's reference. */
export const placeLane: RaiseLane<RaiseCommand> = {
  foldKey: ({ command: { customerSourceId, request } }) =>
    `${customerSourceId} ${request.responseTypeId} ${request.internalTest} ${request.externalReferenceId}`,
  statement: raiseStatement,
  findLive: ({ customerSourceId, request: { externalReferenceId, responseTypeId, internalTest } }) =>
    findLive(customerSourceId, externalReferenceId, responseTypeId, internalTest),
};

/** The statement with the parameters of these raises. */
export function raiseStatement(raises: readonly PreparedRaise<RaiseCommand>[]): Statement {
  const each = <T>(pick: (raise: PreparedRaise<RaiseCommand>) => T): T[] => raises.map(pick);
  return raise(
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
    ...bornParameters(raises),
  );
}
