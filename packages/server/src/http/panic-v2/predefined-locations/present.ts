import type { FixedLocation as FixedLocationAnswer } from "@tocsin/wire";
import type { FixedLocation } from "../../../locations/index.ts";
import { presentInstant } from "../callouts/present-instant.ts";

/**
 * Location types are a table of the contract (panic-v2 §2) and not rows somebody creates: both their times are those of
 * the table's first version.
 */
const typesSince = "2026-01-01T00:00:00.000Z";

/** The fixed location of every answer (panic-v2 §4), the newer names and the older ones. */
export function presentFixedLocation(location: FixedLocation): FixedLocationAnswer {
  const { locationIdentifier, locationDescription, formattedAddress } = location;
  return {
    id: location.id,
    customerId: location.customerId,
    customerSourceId: location.customerSourceId,
    externalReferenceId: location.externalReferenceId,
    locationIdentifier,
    locationDescription,
    locationAdditionalInformation: location.locationAdditionalInformation,
    formattedAddress,
    w3w: location.w3w,
    latitude: location.latitude,
    longitude: location.longitude,
    duressCode: null,
    medicalCoverage: location.medicalCoverage,
    securityCoverage: location.securityCoverage,
    inCoverageLastCheckedAt: location.coverageCheckedAt && presentInstant(location.coverageCheckedAt),
    createdAt: presentInstant(location.createdAt),
    updatedAt: presentInstant(location.updatedAt),
    ...presentType(location.calloutLocationType),
    name: locationDescription ?? locationIdentifier,
    address: formattedAddress,
  };
}

/** The type twice: as flat members, and under keys that hold a dot. */
function presentType(type: FixedLocation["calloutLocationType"]) {
  return {
    calloutLocationTypeId: type?.id ?? null,
    calloutLocationTypeValue: type?.value ?? null,
    calloutLocationTypeDescription: type?.description ?? null,
    "calloutLocationType.id": type?.id ?? null,
    "calloutLocationType.value": type?.value ?? null,
    "calloutLocationType.description": type?.description ?? null,
    // the kind of address is what the type says, there is no finer one
    "calloutLocationType.addressType": type?.value ?? null,
    "calloutLocationType.createdAt": type ? typesSince : null,
    "calloutLocationType.updatedAt": type ? typesSince : null,
  };
}
