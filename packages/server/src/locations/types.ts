import type { ReferenceRow } from "@tocsin/domain";

/** What a partner says of a place, as it is kept and shown. */
export interface LocationDetails {
  /** Whose place it is; null: the tenant's own. */
  readonly customerId: number | null;
  /** The partner's stable key, unique among the tenant's live locations; any text. */
  readonly externalReferenceId: string;
  readonly locationIdentifier: string;
  readonly locationDescription: string | null;
  readonly locationAdditionalInformation: string | null;
  readonly formattedAddress: string | null;
  /** A what3words address. */
  readonly w3w: string | null;
  /** WGS 84 decimal degrees, as the partner wrote them. */
  readonly latitude: string;
  readonly longitude: string;
  readonly calloutLocationTypeId: number | null;
}

/** A checked request: the details, and the duress code in the clear, which is kept hashed and never shown. */
export interface LocationRequest extends LocationDetails {
  readonly duressCode: string | null;
}

export interface FixedLocation extends LocationDetails {
  readonly customerSourceId: number;
  readonly id: number;
  readonly calloutLocationType: ReferenceRow | null;
  /** Whether an area of the response type holds the place; null: none is drawn, or it was not asked yet. */
  readonly securityCoverage: boolean | null;
  readonly medicalCoverage: boolean | null;
  readonly coverageCheckedAt: Temporal.Instant | null;
  readonly createdAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
}

/** Which live locations of a tenant, in order of their ids. */
export interface LocationQuery {
  readonly customerSourceId: number;
  readonly externalReferenceId: string | null;
  readonly customerId: number | null;
  /** Created or changed then or later. */
  readonly updatedSince: Temporal.Instant | null;
  /** Only those behind this id. */
  readonly afterId: number;
  /** At most so many; null: all. */
  readonly limit: number | null;
}
