export { type CoverageChecks, createCoverageChecks } from "./coverage-checks.ts";
export type { AreaKnowledge } from "./coverage-for.ts";
export { createLocation } from "./create-location.ts";
export { deleteLocation } from "./delete-location.ts";
export {
  fingerprintLocations,
  type LocationPage,
  listFurtherLocations,
  listLocations,
} from "./list-locations.ts";
export { findLocation, findLocationByReference } from "./location-store.ts";
export type { FixedLocation, LocationQuery, LocationRequest } from "./types.ts";
export { type UpdateLocation, updateLocation } from "./update-location.ts";
