import type { PlaceCoverage } from "../coverage/index.ts";
import { type Queryable, sql } from "../db/index.ts";
import { type LocationRow, locationColumns, readLocation } from "./location-row.ts";
import type { FixedLocation, LocationDetails, LocationQuery } from "./types.ts";

const live = "customer_source_id = $1 and deleted_at is null";

const find = sql("location-find", `select ${locationColumns} from fixed_location where ${live} and id = $2`);

const findByReference = sql(
  "location-find-by-reference",
  `select ${locationColumns} from fixed_location where ${live} and external_reference_id = $2`,
);

/** A raise holds a key share lock on its place until it commits: this one does not wait for it, nor keep it waiting. */
const lockForChange = sql(
  "location-lock-for-change",
  `select ${locationColumns} from fixed_location where ${live} and id = $2 for no key update`,
);

/** This one does: what was raised here before is then seen, and what comes after waits for the end of the deletion. */
const lockForDelete = sql(
  "location-lock-for-delete",
  `select id from fixed_location where ${live} and id = $2 for update`,
);

const lockOfCustomer = sql(
  "location-lock-of-customer",
  `select id from fixed_location where ${live} and customer_id = $2 order by id for update`,
);

/** The unique index decides who has a reference: of two inserts at the same instant the second waits, then gives none. */
const insert = sql(
  "location-insert",
  `insert into fixed_location (customer_source_id, customer_id, external_reference_id, location_identifier,
    location_description, location_additional_information, formatted_address, w3w, latitude, longitude,
    callout_location_type_id, duress_code_hash, created_at, updated_at, coverage_checked_at, security_coverage,
    medical_coverage, coverage_version)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13, $13, $14, $15, $16)
  on conflict (customer_source_id, external_reference_id) where deleted_at is null do nothing
  returning ${locationColumns}`,
);

const update = sql(
  "location-update",
  `update fixed_location set customer_id = $2, external_reference_id = $3, location_identifier = $4,
    location_description = $5, location_additional_information = $6, formatted_address = $7, w3w = $8, latitude = $9,
    longitude = $10, callout_location_type_id = $11,
    duress_code_hash = case when $12 then $13 else duress_code_hash end, updated_at = $14,
    coverage_checked_at = $15, security_coverage = $16, medical_coverage = $17, coverage_version = $18
  where customer_source_id = $1 and id = $19
  returning ${locationColumns}`,
);

const remove = sql(
  "location-delete",
  "update fixed_location set deleted_at = $3 where customer_source_id = $1 and id = $2",
);

/** Whoever polls by `updatedSince` sees it. */
const release = sql(
  "location-release-of-customer",
  `update fixed_location set customer_id = null, updated_at = greatest($3, updated_at + interval '1 millisecond')
  where ${live} and customer_id = $2`,
);

const asked = `select ${locationColumns} from fixed_location
  where ${live} and id > $2 and ($3::text is null or external_reference_id = $3)
    and ($4::bigint is null or customer_id = $4) and ($5::timestamptz is null or updated_at >= $5)
  order by id limit $6`;

const list = sql("location-list", asked);

/** Two lists with the same rows have the same print. */
const fingerprint = sql(
  "location-fingerprint",
  `select count(*)::text || '-' || coalesce(sum(hashtextextended(asked::text, 0)), 0)::text as print from (${asked}) asked`,
);

/** The unique index behind references. */
export const referenceIndex = "fixed_location_reference";

/** The tenant's live location; another tenant's is absent. */
export async function findLocation(
  db: Queryable,
  customerSourceId: number,
  id: number,
): Promise<FixedLocation | undefined> {
  const [row] = await db.query<LocationRow>(find(customerSourceId, id));
  return row && readLocation(row);
}

/** The tenant's live location with exactly this reference. */
export async function findLocationByReference(
  db: Queryable,
  customerSourceId: number,
  externalReferenceId: string,
): Promise<FixedLocation | undefined> {
  const [row] = await db.query<LocationRow>(findByReference(customerSourceId, externalReferenceId));
  return row && readLocation(row);
}

export async function lockLocationForChange(
  tx: Queryable,
  customerSourceId: number,
  id: number,
): Promise<FixedLocation | undefined> {
  const [row] = await tx.query<LocationRow>(lockForChange(customerSourceId, id));
  return row && readLocation(row);
}

/** Whether the location is there; raises for it wait from now on. */
export async function lockLocationForDelete(
  tx: Queryable,
  customerSourceId: number,
  id: number,
): Promise<boolean> {
  return (await tx.query(lockForDelete(customerSourceId, id))).length > 0;
}

interface LocationOwner {
  readonly customerSourceId: number;
  readonly customerId: number;
}

/** What of a new location the partner does not say, or not so. */
interface Added {
  readonly duressCodeHash: string | null;
  readonly coverage: PlaceCoverage;
  readonly now: Temporal.Instant;
}

/** The new location, or undefined when a live one has its reference. */
export async function insertLocation(
  tx: Queryable,
  customerSourceId: number,
  details: LocationDetails,
  { duressCodeHash, coverage, now }: Added,
): Promise<FixedLocation | undefined> {
  const values = [...detailValues(details), duressCodeHash, now.toString(), ...coverageValues(coverage)];
  const statement = insert(customerSourceId, ...values);
  const [row] = await tx.query<LocationRow>(statement);
  return row && readLocation(row);
}

interface Changed extends Omit<Added, "duressCodeHash"> {
  /** Undefined keeps the one there is, null clears it. */
  readonly duressCodeHash: string | null | undefined;
}

/**
 * Stores a changed location and gives it as it now stands.
 * @throws a violation of {@link referenceIndex} when another live location has the reference
 */
export async function saveLocation(
  tx: Queryable,
  location: FixedLocation,
  { duressCodeHash, coverage, now }: Changed,
): Promise<FixedLocation> {
  const { customerSourceId, id, updatedAt } = location;
  const hash = [duressCodeHash !== undefined, duressCodeHash ?? null, updatedAt.toString()];
  const checked = [now.toString(), ...coverageValues(coverage)];
  const statement = update(customerSourceId, ...detailValues(location), ...hash, ...checked, id);
  const [row] = await tx.query<LocationRow>(statement);
  if (!row) throw new Error(`Fixed location ${id} vanished while it was locked`);
  return readLocation(row);
}

export async function markLocationDeleted(
  tx: Queryable,
  customerSourceId: number,
  id: number,
  now: Temporal.Instant,
): Promise<void> {
  await tx.query(remove(customerSourceId, id, now.toString()));
}

/**
 * Holds a customer's places until the transaction ends: what was raised there before is then seen, and raises wait from now
 * on. Whoever takes several of these locks does so in order of their ids, as raises do, and before the customer's.
 */
export async function lockLocationsOf(
  tx: Queryable,
  { customerSourceId, customerId }: LocationOwner,
): Promise<void> {
  await tx.query(lockOfCustomer(customerSourceId, customerId));
}

/** Makes a customer's places the tenant's own; everything else about them stays. */
export async function releaseLocationsOf(
  tx: Queryable,
  { customerSourceId, customerId }: LocationOwner,
  now: Temporal.Instant,
): Promise<void> {
  await tx.query(release(customerSourceId, customerId, now.toString()));
}

export async function queryLocations(db: Queryable, query: LocationQuery): Promise<FixedLocation[]> {
  return (await db.query<LocationRow>(list(...queryValues(query)))).map(readLocation);
}

export async function fingerprintQuery(db: Queryable, query: LocationQuery): Promise<string> {
  const [row] = await db.query<{ print: string }>(fingerprint(...queryValues(query)));
  return row?.print ?? "";
}

function detailValues(details: LocationDetails): unknown[] {
  return [
    details.customerId,
    details.externalReferenceId,
    details.locationIdentifier,
    details.locationDescription,
    details.locationAdditionalInformation,
    details.formattedAddress,
    details.w3w,
    details.latitude,
    details.longitude,
    details.calloutLocationTypeId,
  ];
}

function coverageValues({ security, medical, version }: PlaceCoverage): unknown[] {
  return [security, medical, version];
}

function queryValues(query: LocationQuery): unknown[] {
  const { customerSourceId, afterId, externalReferenceId, customerId, updatedSince, limit } = query;
  return [
    customerSourceId,
    afterId,
    externalReferenceId,
    customerId,
    updatedSince?.toString() ?? null,
    limit,
  ];
}
