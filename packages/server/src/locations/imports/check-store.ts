import { sql } from "../../db/index.ts";
import { long, type StagingConnection } from "./staging-store.ts";
import { mostErrors, type RowError } from "./types.ts";

const duplicates = sql(
  "staged-location-duplicates",
  `select s.row, 'externalReferenceId' as field, 'is that of row ' || s.first || ' too: a place has one row' as message, count(*) over ()::integer as "of"
  from (select row, min(row) over (partition by external_reference_id) as first from staged_location) s
  where s.row > s.first order by s.row limit ${mostErrors}`,
);

/** Held until the transaction ends: a customer that is deleted meanwhile waits. */
const lockCustomers = sql(
  "staged-location-lock-customers",
  `select id from customer where customer_source_id = $1 and deleted_at is null
    and id in (select customer_id from staged_location where customer_id is not null) for share`,
);

const strangers = sql(
  "staged-location-strangers",
  `select row, 'customerId' as field, 'must be one of your customers' as message, count(*) over ()::integer as "of"
  from staged_location s where customer_id is not null and not exists (
    select from customer c where c.customer_source_id = $1 and c.id = s.customer_id and c.deleted_at is null)
  order by row limit ${mostErrors}`,
);

/** Of places with an active callout, those that the file does not have. */
const busy = sql(
  "staged-location-busy",
  `select 0 as row, 'externalReferenceId' as field,
    to_json(l.external_reference_id)::text || ' is missing in the file, and a callout is active there: it can be deleted when that is closed'
      as message,
    count(*) over ()::integer as "of"
  from fixed_location l where l.customer_source_id = $1 and l.deleted_at is null and l.id = any($2::bigint[])
    and not exists (select from staged_location s where s.external_reference_id = l.external_reference_id)
  order by l.id limit ${mostErrors}`,
);

/** The first of them, and how many there are. */
export interface FoundErrors {
  readonly errors: readonly RowError[];
  readonly count: number;
}

type Found = RowError & { readonly of: number };

/** Two rows of one reference: nobody could tell which one is meant. */
export async function findDuplicates(connection: StagingConnection): Promise<FoundErrors> {
  return toErrors(await connection.query<Found>(long(duplicates())));
}

/** Customers that the tenant does not have. @param lock in a transaction: those it has stay until it ends */
export async function findStrangers(
  connection: StagingConnection,
  customerSourceId: number,
  lock: boolean,
): Promise<FoundErrors> {
  if (lock) await connection.query(long(lockCustomers(customerSourceId)));
  return toErrors(await connection.query<Found>(long(strangers(customerSourceId))));
}

/** @param activeIds places at which a callout is active */
export async function findBusy(
  connection: StagingConnection,
  customerSourceId: number,
  activeIds: readonly number[],
): Promise<FoundErrors> {
  return toErrors(await connection.query<Found>(long(busy(customerSourceId, activeIds))));
}

function toErrors(found: readonly Found[]): FoundErrors {
  return {
    errors: found.map(({ row, field, message }) => ({ row, field, message })),
    count: found[0]?.of ?? 0,
  };
}
