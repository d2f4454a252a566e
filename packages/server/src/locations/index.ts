export { type CoverageChecks, createCoverageChecks } from "./coverage-checks.ts";
export type { AreaKnowledge } from "./coverage-for.ts";
export { createLocation } from "./create-location.ts";
export { deleteLocation } from "./delete-location.ts";
export { acceptImport } from "./imports/accept-import.ts";
export { clearImports } from "./imports/clear-imports.ts";
export { describeOutcome } from "./imports/describe-outcome.ts";
export { findImport } from "./imports/import-store.ts";
export type { FileRow } from "./imports/pack-rows.ts";
export { reportImport } from "./imports/report-import.ts";
export { resumeImports } from "./imports/resume-imports.ts";
export { runImports } from "./imports/run-imports.ts";
export type {
  FileHeader,
  FilePart,
  ImportMeans,
  LocationImport,
  OptionalColumn,
  RowError,
} from "./imports/types.ts";
export {
  fingerprintLocations,
  type LocationPage,
  listFurtherLocations,
  listLocations,
  streamLocations,
} from "./list-locations.ts";
export {
  findLocation,
  findLocationByReference,
  lockLocationsOf,
  releaseLocationsOf,
} from "./location-store.ts";
export type { FixedLocation, LocationQuery, LocationRequest } from "./types.ts";
export { type UpdateLocation, updateLocation } from "./update-location.ts";
