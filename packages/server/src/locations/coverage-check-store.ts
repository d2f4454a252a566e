import type { Point } from "@tocsin/domain";
import type { PlaceCoverage } from "../coverage/index.ts";
import { type Queryable, sql } from "../db/index.ts";

/** A place whose coverage is out of date. */
export interface OutdatedPlace extends Point {
  readonly customerSourceId: number;
  readonly id: number;
  /** Its tenant is the demo's. */
  readonly isDemo: boolean;
}

/**
 * A raise holds a key share lock on its place, which this lock goes along with; what somebody else changes at the moment is
 * left for the next look.
 */
const takeOutdated = sql(
  "location-take-outdated-coverage",
  `select l.customer_source_id as "customerSourceId", l.id, l.latitude_degrees as latitude, l.longitude_degrees as longitude,
    s.is_demo as "isDemo"
  from fixed_location l join customer_source s on s.id = l.customer_source_id
  where l.coverage_version < $1 and l.deleted_at is null
  order by l.coverage_version limit $2 for no key update of l skip locked`,
);

/** Whoever polls by `updatedSince` hears of a place whose coverage has become another. */
const saveChecked = sql(
  "location-save-coverage",
  `update fixed_location l set security_coverage = c.security, medical_coverage = c.medical, coverage_checked_at = $1,
    coverage_version = c.version,
    updated_at = case
      when (l.security_coverage, l.medical_coverage) is distinct from (c.security, c.medical) and l.coverage_version > 0
      then greatest($1, l.updated_at + interval '1 millisecond') else l.updated_at end
  from unnest($2::bigint[], $3::bigint[], $4::boolean[], $5::boolean[], $6::bigint[])
    as c(customer_source_id, id, security, medical, version)
  where l.customer_source_id = c.customer_source_id and l.id = c.id`,
);

/** Places that were last checked before this change to an area, locked; at most `limit`. */
export function takeOutdatedPlaces(tx: Queryable, version: number, limit: number): Promise<OutdatedPlace[]> {
  return tx.query<OutdatedPlace>(takeOutdated(version, limit));
}

export async function saveCoverage(
  tx: Queryable,
  checked: readonly (OutdatedPlace & { readonly coverage: PlaceCoverage })[],
  now: Temporal.Instant,
): Promise<void> {
  await tx.query(
    saveChecked(
      now.toString(),
      checked.map(({ customerSourceId }) => customerSourceId),
      checked.map(({ id }) => id),
      checked.map(({ coverage }) => coverage.security),
      checked.map(({ coverage }) => coverage.medical),
      checked.map(({ coverage }) => coverage.version),
    ),
  );
}
