import type { CalloutPhase } from "@tocsin/domain";
import type { Callout } from "./types.ts";

/** The columns of `callout`, in the order {@link CalloutRow} names them. */
export const calloutColumns = `customer_source_id, id, customer_id, fixed_location_id, response_type_id, classification_id,
  internal_test, installer_identifier, external_reference_id, phase, duress, repeats, latitude, longitude, tracking_token,
  sequence, last_hash, created_at, updated_at`;

export interface CalloutRow {
  readonly customer_source_id: number;
  readonly id: number;
  readonly customer_id: number;
  readonly fixed_location_id: number | null;
  readonly response_type_id: number;
  readonly classification_id: number;
  readonly internal_test: boolean;
  readonly installer_identifier: string | null;
  readonly external_reference_id: string | null;
  readonly phase: CalloutPhase;
  readonly duress: boolean;
  readonly repeats: number;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly tracking_token: string;
  readonly sequence: number;
  readonly last_hash: Buffer;
  readonly created_at: Temporal.Instant;
  readonly updated_at: Temporal.Instant;
}

export function readCallout(row: CalloutRow): Callout {
  return {
    customerSourceId: row.customer_source_id,
    id: row.id,
    customerId: row.customer_id,
    fixedLocationId: row.fixed_location_id,
    responseTypeId: row.response_type_id,
    classificationId: row.classification_id,
    internalTest: row.internal_test,
    installerIdentifier: row.installer_identifier,
    externalReferenceId: row.external_reference_id,
    phase: row.phase,
    duress: row.duress,
    repeats: row.repeats,
    latitude: row.latitude,
    longitude: row.longitude,
    trackingToken: row.tracking_token,
    sequence: row.sequence,
    lastHash: row.last_hash,
    raisedAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
