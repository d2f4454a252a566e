import { z } from "zod";
import { besideMembers, refuseMember, required } from "../across-members.ts";
import { id, integer, optional, pathId } from "../scalars.ts";
import { moveCalloutRequest } from "./location.ts";

export const customerCalloutsParams = z.object({ customerId: pathId });

const { latitude, longitude, accuracy } = moveCalloutRequest.shape;
const coordinates = { latitude: optional(latitude), longitude: optional(longitude), accuracy };

const placeId = optional(id).describe("One of your fixed locations: the callout is where that is.");

const members = {
  responseTypeId: optional(id).describe(
    "Id from GET /responseTypes. Required unless the tenant has a default.",
  ),
  calloutClassificationId: optional(integer.min(1).max(3)).describe(
    "1 REAL (default), 2 TEST, 3 UNVERIFIED.",
  ),
  internalTest: optional(z.boolean()).describe("True: offered to the tenant's test supplier only."),
  location: optional(z.object({ ...coordinates, predefinedLocationId: placeId })).describe(
    "Where the person is: latitude and longitude, or one of your places.",
  ),
  latitude: coordinates.latitude.describe("Older form of location.latitude."),
  longitude: coordinates.longitude.describe("Older form of location.longitude."),
  accuracy,
  predefinedLocationId: placeId,
};

/** Body of POST /customers/:customerId/callouts. Read, it has the one place in `where`. */
export const raiseForCustomerRequest = z
  .object(members)
  .superRefine(requireOnePlace, besideMembers)
  .transform(read)
  .meta({ id: "RaiseForCustomer" });

export type RaiseForCustomer = z.output<typeof raiseForCustomerRequest>;

/** Body of POST /callouts: the same with the customer in it. */
export const createCalloutRequest = z
  .object({
    customerId: optional(id).describe(
      "Whom it is for. Absent: the customer whom the token was made for; with a server token, your house account.",
    ),
    ...members,
  })
  .superRefine(requireOnePlace, besideMembers)
  .transform((body) => ({ customerId: body.customerId, ...read(body) }))
  .meta({ id: "CreateCallout" });

interface Spot {
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
  readonly accuracy?: number | undefined;
  readonly predefinedLocationId?: number | undefined;
}

interface Body extends Spot {
  readonly responseTypeId?: number | undefined;
  readonly calloutClassificationId?: number | undefined;
  readonly internalTest?: boolean | undefined;
  readonly location?: Spot | undefined;
}

/** Runs beside the checks of the single members, which may be of any type by then. */
function requireOnePlace(body: Body, context: z.RefinementCtx): void {
  const inner = typeof body.location === "object" ? body.location : undefined;
  const isSpot = (spot: Spot | undefined): boolean =>
    spot?.latitude !== undefined || spot?.longitude !== undefined;
  const ids = new Set([inner?.predefinedLocationId, body.predefinedLocationId]);
  ids.delete(undefined);
  const count = Number(isSpot(inner)) + Number(isSpot(body)) + ids.size;
  if (count > 1) {
    refuseMember(
      context,
      "location",
      "must be one place: location, or latitude and longitude, or predefinedLocationId, and not several of them",
    );
  } else if (count === 0 && (body.location === undefined || inner)) {
    refuseMember(
      context,
      "location",
      "is required: an object with latitude and longitude; or predefinedLocationId",
    );
  } else if (isSpot(inner)) requireBoth(inner, ["location"], context);
  else if (isSpot(body)) requireBoth(body, [], context);
}

function requireBoth(spot: Spot | undefined, path: readonly string[], context: z.RefinementCtx): void {
  for (const member of ["latitude", "longitude"] as const) {
    if (spot?.[member] === undefined)
      context.addIssue({ code: "custom", path: [...path, member], message: "is required (a number)" });
  }
}

function read(body: Body) {
  return {
    responseTypeId: body.responseTypeId,
    calloutClassificationId: body.calloutClassificationId,
    internalTest: body.internalTest,
    where: readWhere(body),
  };
}

function readWhere({ location, predefinedLocationId, ...flat }: Body) {
  const fixedLocationId = location?.predefinedLocationId ?? predefinedLocationId;
  if (fixedLocationId !== undefined) return { fixedLocationId };
  const spot = location ?? flat;
  return {
    latitude: required(spot.latitude),
    longitude: required(spot.longitude),
    accuracy: spot.accuracy ?? null,
  };
}
