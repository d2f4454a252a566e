import { type Queryable, sql } from "../db/index.ts";

/** Whom a callout is to be raised for, and what decides whether it may be. */
export interface RaiseSubject {
  readonly isHouseAccount: boolean;
  /** The place that was asked for; null when none was, or when it is not there. */
  readonly place: SubjectPlace | null;
  /** Whether a callout was ever raised for this person. */
  readonly hasRaised: boolean;
  /** Whether one is running that a raise would fold into. */
  readonly isUnderWay: boolean;
}

export interface SubjectPlace {
  readonly id: number;
  readonly externalReferenceId: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** $4: null, or whose place it must be unless it is the tenant's own. */
const find = sql(
  "person-raise-subject",
  `select u.is_house_account, l.id as place_id, l.external_reference_id, l.latitude_degrees, l.longitude_degrees,
    exists (
      select from callout c where c.customer_source_id = $1 and c.customer_id = $2 and c.for_person
    ) as has_raised,
    exists (
      select from callout c where c.customer_source_id = $1 and c.customer_id = $2 and c.for_person
        and c.phase not in ('cancelled', 'closed') and c.phase <> 'completed' and not c.duress
    ) as is_under_way
  from customer u
    left join fixed_location l on l.customer_source_id = u.customer_source_id and l.id = $3 and l.deleted_at is null
      and ($4::bigint is null or l.customer_id is null or l.customer_id = $4)
  where u.customer_source_id = $1 and u.id = $2 and u.deleted_at is null`,
);

interface SubjectRow {
  readonly is_house_account: boolean;
  readonly place_id: number | null;
  readonly external_reference_id: string;
  readonly latitude_degrees: number;
  readonly longitude_degrees: number;
  readonly has_raised: boolean;
  readonly is_under_way: boolean;
}

/**
 * Undefined when the tenant has no such customer.
 * @param fixedLocationId the place that was asked for
 * @param placesOf whose places may be named, beside the tenant's own; null: everybody's
 */
export async function findRaiseSubject(
  db: Queryable,
  customerSourceId: number,
  customerId: number,
  fixedLocationId: number | null,
  placesOf: number | null,
): Promise<RaiseSubject | undefined> {
  const [row] = await db.query<SubjectRow>(find(customerSourceId, customerId, fixedLocationId, placesOf));
  if (!row) return undefined;
  const place = row.place_id === null ? null : readPlace(row.place_id, row);
  return {
    isHouseAccount: row.is_house_account,
    place,
    hasRaised: row.has_raised,
    isUnderWay: row.is_under_way,
  };
}

function readPlace(id: number, row: SubjectRow): SubjectPlace {
  const {
    external_reference_id: externalReferenceId,
    latitude_degrees: latitude,
    longitude_degrees: longitude,
  } = row;
  return { id, externalReferenceId, latitude, longitude };
}
