import { calloutLocationTypes, findRow } from "@tocsin/domain";
import type { FixedLocation } from "./types.ts";

/** What of `fixed_location` is shown. The hash of the duress code is not among it, so it can't be shown by mistake. */
export const locationColumns = `customer_source_id, id, customer_id, external_reference_id, location_identifier,
  location_description, location_additional_information, formatted_address, w3w, latitude, longitude,
  callout_location_type_id, security_coverage, medical_coverage, coverage_checked_at, created_at, updated_at`;

export interface LocationRow {
  readonly customer_source_id: number;
  readonly id: number;
  readonly customer_id: number | null;
  readonly external_reference_id: string;
  readonly location_identifier: string;
  readonly location_description: string | null;
  readonly location_additional_information: string | null;
  readonly formatted_address: string | null;
  readonly w3w: string | null;
  readonly latitude: string;
  readonly longitude: string;
  readonly callout_location_type_id: number | null;
  readonly security_coverage: boolean | null;
  readonly medical_coverage: boolean | null;
  readonly coverage_checked_at: Temporal.Instant | null;
  readonly created_at: Temporal.Instant;
  readonly updated_at: Temporal.Instant;
}

export function readLocation(row: LocationRow): FixedLocation {
  const typeId = row.callout_location_type_id;
  return {
    customerSourceId: row.customer_source_id,
    id: row.id,
    customerId: row.customer_id,
    externalReferenceId: row.external_reference_id,
    locationIdentifier: row.location_identifier,
    locationDescription: row.location_description,
    locationAdditionalInformation: row.location_additional_information,
    formattedAddress: row.formatted_address,
    w3w: row.w3w,
    latitude: row.latitude,
    longitude: row.longitude,
    calloutLocationTypeId: typeId,
    calloutLocationType: typeId === null ? null : (findRow(calloutLocationTypes, typeId) ?? null),
    securityCoverage: row.security_coverage,
    medicalCoverage: row.medical_coverage,
    coverageCheckedAt: row.coverage_checked_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
