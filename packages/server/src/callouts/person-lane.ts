import { type Statement, sql } from "../db/index.ts";
import { calloutColumns } from "./callout-row.ts";
import type { PreparedRaise } from "./prepare-raise.ts";
import type { RaiseLane } from "./raise-lane.ts";
import { bornParameters, bornRows } from "./raise-rows.ts";
import type { PersonRaiseCommand } from "./types.ts";

/**
 * The same for people: whoever has a live callout gets no second one. The tenant's own account folds at the place it
 * names, as a place's raises do, and nowhere else. Rows go in sorted, people first, and those at places in the order of
 * the other lane. A customer who is just being deleted is waited for (`for share`), and is then absent.
 */
const raise = sql(
  "callout-raise-for-person",
  `with asked as (
    select * from unnest(
      $1::bigint[], $2::bigint[], $3::boolean[], $4::bigint[], $5::text[], $6::smallint[], $7::smallint[], $8::boolean[],
      $9::text[], $10::float8[], $11::float8[], $12::float8[], $13::text[], $14::text[], $15::integer[], $16::bytea[],
      $17::timestamptz[]
    ) with ordinality as t(
      customer_source_id, customer_id, for_person, fixed_location_id, reference, response_type_id, classification_id,
      internal_test, installer_identifier, latitude, longitude, accuracy, tracking_token, phase, sequence, last_hash, at, ord)
  ), person as (
    select asked.* from asked join customer u on u.customer_source_id = asked.customer_source_id
      and u.id = asked.customer_id and u.deleted_at is null
    for share of u
  ), place as (
    select asked.ord from asked join fixed_location l on l.customer_source_id = asked.customer_source_id
      and l.id = asked.fixed_location_id and l.deleted_at is null
    order by l.customer_source_id, l.id for key share of l
  ), subject as (
    select person.* from person left join place using (ord)
    where person.fixed_location_id is null or place.ord is not null
  ), raised as (
    insert into callout (customer_source_id, customer_id, for_person, fixed_location_id, response_type_id, classification_id,
      internal_test, installer_identifier, external_reference_id, phase, latitude, longitude, accuracy, tracking_token,
      sequence, last_hash, created_at, updated_at)
    select customer_source_id, customer_id, for_person, fixed_location_id, response_type_id, classification_id,
      internal_test, installer_identifier, reference, phase, latitude, longitude, accuracy, tracking_token,
      sequence, last_hash, at, at
    from subject
    order by for_person desc, customer_source_id, customer_id, fixed_location_id, response_type_id, internal_test
    on conflict do nothing
    returning ${calloutColumns}
  ), ${bornRows(18)}
  select subject.ord as subject_ord, raised.* from subject left join raised using (tracking_token)`,
);

const findOfPerson = sql(
  "callout-find-live-of-person",
  `select id from callout where customer_source_id = $1 and customer_id = $2 and for_person
    and phase not in ('cancelled', 'closed') and not duress`,
);

const findAtPlace = sql(
  "callout-find-live-at-place-by-id",
  `select id from callout where customer_source_id = $1 and fixed_location_id = $2 and response_type_id = $3
    and internal_test = $4 and phase not in ('cancelled', 'closed') and not duress and not for_person`,
);

/** Raises for people, and for the tenant's own account where no place raises by its reference. */
export const personLane: RaiseLane<PersonRaiseCommand> = {
  foldKey({ command, trackingToken }) {
    const { customerSourceId, customerId, isForPerson, fixedLocationId, request } = command;
    if (isForPerson) return `${customerSourceId} ${customerId}`;
    if (fixedLocationId === null) return trackingToken;
    return `${customerSourceId} at ${fixedLocationId} ${request.responseTypeId} ${request.internalTest}`;
  },
  statement: raiseStatement,
  findLive({ customerSourceId, customerId, isForPerson, fixedLocationId, request }) {
    if (isForPerson) return findOfPerson(customerSourceId, customerId);
    if (fixedLocationId === null) return null;
    return findAtPlace(customerSourceId, fixedLocationId, request.responseTypeId, request.internalTest);
  },
};

function raiseStatement(raises: readonly PreparedRaise<PersonRaiseCommand>[]): Statement {
  const each = <T>(pick: (raise: PreparedRaise<PersonRaiseCommand>) => T): T[] => raises.map(pick);
  return raise(
    each(({ command }) => command.customerSourceId),
    each(({ command }) => command.customerId),
    each(({ command }) => command.isForPerson),
    each(({ command }) => command.fixedLocationId),
    each(({ command }) => command.request.externalReferenceId),
    each(({ command }) => command.request.responseTypeId),
    each(({ decision }) => decision.state.classificationId),
    each(({ command }) => command.request.internalTest),
    each(({ command }) => command.request.installerIdentifier),
    each(({ command }) => command.request.position.latitude),
    each(({ command }) => command.request.position.longitude),
    each(({ command }) => command.request.position.accuracy),
    each(({ trackingToken }) => trackingToken),
    each(({ decision }) => decision.state.phase),
    each(({ entries }) => entries.length),
    each(({ entries }) => entries.at(-1)?.hash),
    each(({ at }) => at.toString()),
    ...bornParameters(raises),
  );
}
