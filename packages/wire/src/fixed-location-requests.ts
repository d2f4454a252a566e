import { z } from "zod";
import { besideMembers, refuseMember, required } from "./across-members.ts";
import { id, integer, latitudeText, longitudeText, optional, requiredText, text } from "./scalars.ts";

export const externalReference = requiredText(128);

/** What answers say in `name` may be sent back as `name`, so the two have one length. */
const nameLength = 1024;

const optionalMembers = {
  customerId: optional(id).describe("One of your customers."),
  calloutLocationTypeId: optional(integer.min(1).max(6)).describe(
    "1 RESIDENTIAL, 2 OFFICE, 3 RETAIL, 4 INDUSTRIAL, 5 VEHICLE, 6 OTHER.",
  ),
  locationDescription: optional(text(nameLength)),
  locationAdditionalInformation: optional(text(4096)),
  formattedAddress: optional(text(1024)),
  address: optional(text(1024)).describe("Older name of formattedAddress."),
  w3w: optional(text(256)).describe("what3words address."),
  duressCode: optional(text(64)).describe("Kept hashed, never shown."),
};

const reference = externalReference.describe(
  "Your stable key for the place, unique among your live locations.",
);
const identifier = optional(requiredText(nameLength));
const olderName = optional(text(nameLength)).describe(
  "Older name; sets locationIdentifier when that is absent.",
);

/** Body of POST /predefinedLocations. Read, it has the newer names alone, and null for what is absent. */
export const createFixedLocationRequest = z
  .object({
    externalReferenceId: reference,
    locationIdentifier: identifier,
    name: olderName,
    latitude: latitudeText.describe("Decimal degrees; text or number."),
    longitude: longitudeText,
    ...optionalMembers,
  })
  .superRefine(requireIdentifier, besideMembers)
  .transform(({ name, locationIdentifier, externalReferenceId, latitude, longitude, ...body }) => ({
    externalReferenceId,
    locationIdentifier: required(locationIdentifier ?? name),
    latitude,
    longitude,
    ...readOptionalMembers(body),
  }))
  .meta({ id: "CreateFixedLocation" });

const updateMembers = z.object({
  externalReferenceId: optional(reference),
  locationIdentifier: identifier,
  name: olderName,
  latitude: optional(latitudeText),
  longitude: optional(longitudeText),
  ...optionalMembers,
});

/**
 * Body of PUT /predefinedLocations/:id. The newer shape is a full replace: it names the required members and clears the
 * others that are absent. A body with `name` and no `locationIdentifier` is the older shape: `name` becomes the
 * identifier and is what reads back as `name`, and every other absent member is kept.
 * Read, it has the newer names of the members to set; null clears, and what is absent stays.
 */
export const updateFixedLocationRequest = updateMembers
  .superRefine(requireNewerShape, besideMembers)
  .transform((body) => (isOlderShape(body) ? readOlderShape(body) : readNewerShape(body)))
  .meta({ id: "UpdateFixedLocation" });

type UpdateBody = z.infer<typeof updateMembers>;
type OptionalBody = Pick<UpdateBody, keyof typeof optionalMembers>;

function readOptionalMembers(body: OptionalBody) {
  return {
    customerId: body.customerId ?? null,
    calloutLocationTypeId: body.calloutLocationTypeId ?? null,
    locationDescription: body.locationDescription ?? null,
    locationAdditionalInformation: body.locationAdditionalInformation ?? null,
    formattedAddress: body.formattedAddress ?? body.address ?? null,
    w3w: body.w3w ?? null,
    duressCode: body.duressCode ?? null,
  };
}

function readNewerShape(body: UpdateBody) {
  return {
    externalReferenceId: required(body.externalReferenceId),
    locationIdentifier: required(body.locationIdentifier),
    latitude: required(body.latitude),
    longitude: required(body.longitude),
    ...readOptionalMembers(body),
  };
}

function readOlderShape({ name, address, ...body }: UpdateBody): Partial<ReturnType<typeof readNewerShape>> {
  const members = { ...body, locationIdentifier: name, formattedAddress: body.formattedAddress ?? address };
  const sent = Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
  return { locationDescription: null, ...sent };
}

function isOlderShape(body: Pick<UpdateBody, "name" | "locationIdentifier">): boolean {
  return body.name !== undefined && body.locationIdentifier === undefined;
}

/** Runs beside the checks of the single members, so that one answer names all that is wrong; those may be of any type. */
function requireIdentifier(
  body: Pick<UpdateBody, "name" | "locationIdentifier">,
  context: z.RefinementCtx,
): void {
  if (body.locationIdentifier !== undefined) return;
  if (body.name === undefined)
    refuseMember(context, "locationIdentifier", "is required (a string; the older `name` is accepted)");
  else if (typeof body.name === "string" && body.name.trim() === "")
    refuseMember(context, "name", "must not be blank");
}

function requireNewerShape(body: UpdateBody, context: z.RefinementCtx): void {
  requireIdentifier(body, context);
  if (isOlderShape(body)) return;
  if (body.externalReferenceId === undefined)
    refuseMember(context, "externalReferenceId", "is required (a string)");
  if (body.latitude === undefined)
    refuseMember(context, "latitude", "is required (decimal degrees from -90 to 90)");
  if (body.longitude === undefined)
    refuseMember(context, "longitude", "is required (decimal degrees from -180 to 180)");
}
