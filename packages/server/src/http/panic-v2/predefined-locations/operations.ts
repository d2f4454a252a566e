import type { Operation } from "../../route.ts";
import { createFixedLocation } from "./create-fixed-location/route.ts";
import { createFixedLocationCallout } from "./create-fixed-location-callout/route.ts";
import { deleteFixedLocation } from "./delete-fixed-location/route.ts";
import { downloadFixedLocations } from "./download-fixed-locations/route.ts";
import { getFixedLocation } from "./get-fixed-location/route.ts";
import { getFixedLocationByReference } from "./get-fixed-location-by-reference/route.ts";
import { getFixedLocationImport } from "./get-fixed-location-import/route.ts";
import { listFixedLocations } from "./list-fixed-locations/route.ts";
import { updateFixedLocation } from "./update-fixed-location/route.ts";
import { uploadFixedLocations } from "./upload-fixed-locations/route.ts";

/** A partner's places: one by one, as files, and what is raised for them. */
export const fixedLocationOperations: readonly Operation[] = [
  listFixedLocations,
  createFixedLocation,
  getFixedLocation,
  getFixedLocationByReference,
  updateFixedLocation,
  deleteFixedLocation,
  createFixedLocationCallout,
  uploadFixedLocations,
  getFixedLocationImport,
  downloadFixedLocations,
];
