import type { PlaceCoverage } from "../../coverage/index.ts";
import { type Queryable, type Statement, sql } from "../../db/index.ts";
import type { LocationDetails } from "../types.ts";
import type { OptionalColumn } from "./types.ts";

/** A row of a file, ready to be compared with what there is. */
export interface StagedRow extends LocationDetails {
  readonly row: number;
  readonly duressCodeHash: string | null;
  readonly coverage: PlaceCoverage;
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
  select * from unnest($1::integer[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::smallint[], $8::text[],
    $9::text[], $10::text[], $11::text[], $12::text[], $13::boolean[], $14::boolean[], $15::bigint[])`,
);

/** An empty table for one file. */
export async function createStaging(connection: StagingConnection): Promise<void> {
  await connection.query({ text: "drop table if exists pg_temp.staged_location" });
  await connection.query({ text: create });
}

export async function addStaged(connection: StagingConnection, rows: readonly StagedRow[]): Promise<void> {
  const of = <Value>(pick: (row: StagedRow) => Value): Value[] => rows.map(pick);
  await connection.query(
    addRows(
      of(({ row }) => row),
      of(({ externalReferenceId }) => externalReferenceId),
      of(({ locationIdentifier }) => locationIdentifier),
      of(({ latitude }) => latitude),
      of(({ longitude }) => longitude),
      of(({ customerId }) => customerId),
      of(({ calloutLocationTypeId }) => calloutLocationTypeId),
      of(({ locationDescription }) => locationDescription),
      of(({ locationAdditionalInformation }) => locationAdditionalInformation),
      of(({ formattedAddress }) => formattedAddress),
      of(({ w3w }) => w3w),
      of(({ duressCodeHash }) => duressCodeHash),
      of(({ coverage }) => coverage.security),
      of(({ coverage }) => coverage.medical),
      of(({ coverage }) => coverage.version),
    ),
  );
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

/** The same on the server's side. */
export async function allowLong(connection: StagingConnection): Promise<void> {
  await connection.query({ text: `set statement_timeout = ${longMilliseconds}` });
}
