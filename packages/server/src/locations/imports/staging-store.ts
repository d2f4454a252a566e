import type { PlaceCoverage } from "../../coverage/index.ts";
import { type Queryable, type Statement, sql } from "../../db/index.ts";
import type { PackedRows } from "./pack-rows.ts";
import type { OptionalColumn } from "./types.ts";

/** Rows of a file, ready to be compared with what there is. */
export interface StagedRows {
  readonly packed: PackedRows;
  /** For each row; null: it has none. */
  readonly duressCodeHashes: readonly (string | null)[];
  readonly coverage: readonly PlaceCoverage[];
}

/** A connection of its own, since the table is there for it alone and gone with it. */
export type StagingConnection = Pick<Queryable, "query">;

/** Member → column, of those that a file may leave out. */
export const optionalColumns: Readonly<Record<OptionalColumn, string>> = {
  customerId: "customer_id",
  calloutLocationTypeId: "callout_location_type_id",
  locationDescription: "location_description",
  locationAdditionalInformation: "location_additional_information",
  formattedAddress: "formatted_address",
  w3w: "w3w",
  duressCode: "duress_code_hash",
};

const create = `create temporary table staged_location (
  row integer not null,
  external_reference_id text not null,
  location_identifier text not null,
  latitude text not null,
  longitude text not null,
  customer_id bigint,
  callout_location_type_id smallint,
  location_description text,
  location_additional_information text,
  formatted_address text,
  w3w text,
  duress_code_hash text,
  security_coverage boolean,
  medical_coverage boolean,
  coverage_version bigint not null,
  -- the live place with this reference, and whether the file says something else of it
  location_id bigint,
  is_changed boolean not null default false
)`;

const addRows = sql(
  "staged-location-add",
  `insert into staged_location (row, external_reference_id, location_identifier, latitude, longitude, customer_id,
    callout_location_type_id, location_description, location_additional_information, formatted_address, w3w,
    duress_code_hash, security_coverage, medical_coverage, coverage_version)
  select * from rows from (
    json_to_recordset($1::json) as (row integer, "externalReferenceId" text, "locationIdentifier" text, latitude text,
      longitude text, "customerId" bigint, "calloutLocationTypeId" smallint, "locationDescription" text,
      "locationAdditionalInformation" text, "formattedAddress" text, w3w text),
    unnest($2::text[]), unnest($3::boolean[]), unnest($4::boolean[]), unnest($5::bigint[]))`,
);

/** An empty table for one file. */
export async function createStaging(connection: StagingConnection): Promise<void> {
  await connection.query({ text: "drop table if exists pg_temp.staged_location" });
  await connection.query({ text: create });
}

export async function addStaged(
  connection: StagingConnection,
  { packed, duressCodeHashes, coverage }: StagedRows,
): Promise<void> {
  const security = coverage.map((each) => each.security);
  const medical = coverage.map((each) => each.medical);
  const versions = coverage.map((each) => each.version);
  await connection.query(addRows(packed.json, duressCodeHashes, security, medical, versions));
}

/** When all rows are in: what is compared next is planned for as many as there are. */
export async function completeStaging(connection: StagingConnection): Promise<void> {
  await connection.query({ text: "create index on staged_location (external_reference_id)" });
  await connection.query({ text: "analyze staged_location" });
}

/** For statements over all rows: longer than the usual limit, and not for ever. */
const longMilliseconds = 300_000;

export function long(statement: Statement): Statement {
  return { ...statement, query_timeout: longMilliseconds };
}

/**
 * Sets a connection up for files. After a large one the table's statistics are those of before for a while, and a nested loop
 * over 100,000 places that were thought to be twenty takes minutes: joins of whole tables are hashed whatever they say.
 */
export async function prepareForFiles(connection: StagingConnection): Promise<void> {
  await connection.query({ text: `set statement_timeout = ${longMilliseconds}` });
  await connection.query({ text: "set enable_nestloop = off" });
}
