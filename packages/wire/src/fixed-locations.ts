import { z } from "zod";
import { externalReference } from "./fixed-location-requests.ts";
import { pageCursor, pageLimit } from "./paging.ts";
import { instant, moment, optional, pathId, text } from "./scalars.ts";

export const fixedLocationParams = z.object({ id: pathId });
export const externalReferenceParams = z.object({ externalReferenceId: externalReference });

const fixedLocationMembers = {
  id: z.int(),
  customerId: z.int().nullable(),
  customerSourceId: z.int(),
  externalReferenceId: z.string(),
  locationIdentifier: z.string(),
  locationDescription: z.string().nullable(),
  locationAdditionalInformation: z.string().nullable(),
  formattedAddress: z.string().nullable(),
  w3w: z.string().nullable(),
  latitude: z.string().describe("Decimal degrees, as they were sent."),
  longitude: z.string(),
  calloutLocationTypeId: z.int().nullable(),
  calloutLocationTypeValue: z.string().nullable(),
  calloutLocationTypeDescription: z.string().nullable(),
  duressCode: z.null().describe("Never shown."),
  medicalCoverage: z
    .boolean()
    .nullable()
    .describe("Null as long as the place was not checked against coverage areas."),
  securityCoverage: z
    .boolean()
    .nullable()
    .describe("Null as long as the place was not checked against coverage areas."),
  inCoverageLastCheckedAt: instant.nullable().describe("When it was checked; null: not yet."),
  createdAt: instant,
  updatedAt: instant,
  "calloutLocationType.id": z.int().nullable(),
  "calloutLocationType.value": z.string().nullable(),
  "calloutLocationType.description": z.string().nullable(),
  "calloutLocationType.addressType": z.string().nullable(),
  "calloutLocationType.createdAt": instant.nullable(),
  "calloutLocationType.updatedAt": instant.nullable(),
  name: z.string().describe("Older name: locationDescription, else locationIdentifier."),
  address: z.string().nullable().describe("Older name of formattedAddress."),
};

export const fixedLocation = z.object(fixedLocationMembers).meta({ id: "FixedLocation" });
export type FixedLocation = z.infer<typeof fixedLocation>;

export const fixedLocationList = z.array(fixedLocation);

export const listFixedLocationsQuery = z.object({
  limit: optional(pageLimit),
  cursor: optional(pageCursor),
  externalReferenceId: optional(text(128)),
  customerId: optional(pathId),
  updatedSince: optional(moment).describe("Created or changed at this instant or later."),
});

export const deletedAnswer = z.object({ message: z.string() }).meta({ id: "Message" });
