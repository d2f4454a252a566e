import { z } from "zod";
import { id, instant, latitudeText, longitudeText, optional, pathId, requiredText, text } from "./scalars.ts";

export const externalReference = requiredText(128);

export const fixedLocationParams = z.object({ predefinedLocationId: pathId });
export const externalReferenceParams = z.object({ externalReferenceId: externalReference });

const newerMembers = {
  customerId: optional(id),
  calloutLocationTypeId: optional(z.int().min(1).max(6)),
  locationDescription: optional(text(1024)),
  locationAdditionalInformation: optional(text(4096)),
  formattedAddress: optional(text(1024)),
  address: optional(text(1024)).describe("Older name of formattedAddress."),
  w3w: optional(text(256)).describe("what3words address."),
  duressCode: optional(text(64)).describe("Kept hashed, never shown."),
};

/** Body of POST /predefinedLocations. */
export const createFixedLocationRequest = z
  .object({
    externalReferenceId: externalReference.describe("Your stable key for the place, unique among your live locations."),
    locationIdentifier: optional(requiredText(256)),
    name: optional(requiredText(256)).describe("Older name; sets locationIdentifier."),
    latitude: latitudeText.describe("Decimal degrees; text or number."),
    longitude: longitudeText,
    ...newerMembers,
  })
  .refine((body) => body.locationIdentifier !== undefined || body.name !== undefined, {
    path: ["locationIdentifier"],
    message: "is required (a string; the older `name` is accepted)",
    when: ({ value }) => typeof value === "object" && value !== null,
  })
  .meta({ id: "CreateFixedLocation" });

/**
 * Body of PUT /predefinedLocations/:id. The newer shape replaces everything and clears what is absent; a body with
 * `name` and no `locationIdentifier` is the older shape and keeps every other absent member.
 */
export const updateFixedLocationRequest = z
  .object({
    externalReferenceId: optional(externalReference),
    locationIdentifier: optional(requiredText(256)),
    name: optional(requiredText(256)),
    latitude: optional(latitudeText),
    longitude: optional(longitudeText),
    ...newerMembers,
  })
  .meta({ id: "UpdateFixedLocation" });

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
  latitude: z.string(),
  longitude: z.string(),
  calloutLocationTypeId: z.int().nullable(),
  calloutLocationTypeValue: z.string().nullable(),
  calloutLocationTypeDescription: z.string().nullable(),
  duressCode: z.null(),
  medicalCoverage: z.boolean().nullable(),
  securityCoverage: z.boolean().nullable(),
  inCoverageLastCheckedAt: instant.nullable(),
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
  limit: optional(z.string().regex(/^[0-9]{1,4}$/, "must be an integer from 1 to 1000").transform(Number).pipe(z.int().min(1).max(1000))),
  cursor: optional(text(256)),
  externalReferenceId: optional(text(128)),
  customerId: optional(pathId),
  updatedSince: optional(z.iso.datetime({ offset: true, error: "must be an ISO 8601 date and time" })),
});

export const deletedAnswer = z.object({ message: z.string() }).meta({ id: "Message" });
