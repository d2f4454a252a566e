import { z } from "zod";
import { instant, pathId } from "../scalars.ts";

export const calloutParams = z.object({ calloutId: pathId });

/** What every answer about a callout carries at top level. */
export const flatMembers = {
  id: z.int(),
  customerId: z.int(),
  predefinedLocationId: z.int().nullable(),
  status: z
    .string()
    .describe(
      "created, Responder Dispatched, Responder Arrived, Responder Completed, Responder Cancelled or closed.",
    ),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  responseTypeId: z.int(),
  calloutClassificationId: z.int(),
  createdAt: instant,
  url: z.string().describe("The hosted tracking page: plain HTML, unguessable, works without JavaScript."),
};

export const flatCallout = z.object(flatMembers).meta({ id: "FlatCallout" });
export type FlatCallout = z.infer<typeof flatCallout>;

const idValue = z.object({ id: z.int(), value: z.string() });
const idDescription = z.object({ id: z.int(), description: z.string() });

/** A row for each responder sent; the first stands from the start with `responder` null, and becomes the first responder's. */
export const incidentInformation = z
  .object({
    id: z.int(),
    calloutId: z.int(),
    predefinedLocationId: z.int().nullable(),
    typeOfEmergency: idDescription,
    incidentcategory: idDescription.describe("Spelt in lower case on the wire; deployed clients read it so."),
    responseType: z.object({ id: z.int(), value: z.string(), description: z.string() }),
    calloutClassification: idValue,
    internalTest: z.boolean(),
    calloutCurrentLocation: z.object({
      latitude: z.string(),
      longitude: z.string(),
      accuracy: z.number().nullable(),
      formattedAddress: z.string(),
      updatedAt: instant,
    }),
    responder: z
      .object({
        id: z.int(),
        name: z.string(),
        callSign: z.string().nullable(),
        vehicle: z.string().nullable(),
        latitude: z.number().nullable(),
        longitude: z.number().nullable(),
        positionAt: instant.nullable(),
      })
      .nullable(),
    supplier: z.object({ id: z.int(), name: z.string() }).nullable(),
    etaSeconds: z.number().nullable(),
    dispatchedAt: instant.nullable(),
    acknowledgedAt: instant.nullable(),
    arrivedAt: instant.nullable(),
    completedAt: instant.nullable(),
    cancelledAt: instant.nullable(),
  })
  .meta({ id: "IncidentInformation" });

export const nestedCallout = z
  .object({
    ...flatMembers,
    internalTest: z.boolean(),
    calloutClassification: idValue,
    incidentInformation: z.array(incidentInformation).min(1),
  })
  .meta({ id: "NestedCallout" });
export type NestedCallout = z.infer<typeof nestedCallout>;

/** 200 of GET /callouts/:calloutId. */
export const calloutRead = z
  .object({ ...flatMembers, message: z.string(), callout: nestedCallout })
  .meta({ id: "CalloutRead" });

export const calloutList = z.array(flatCallout);
