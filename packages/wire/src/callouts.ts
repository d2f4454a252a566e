import { z } from "zod";
import { id, instant, integer, optional, pathId, text } from "./scalars.ts";

/** What the API calls a callout's phase: legacy free text (panic-v2 §2). */
export const statusText = {
  awaiting: "created",
  offering: "created",
  assigned: "Responder Dispatched",
  onScene: "Responder Arrived",
  completed: "Responder Completed",
  cancelled: "Responder Cancelled",
  closed: "closed",
} as const;

export type StatusText = (typeof statusText)[keyof typeof statusText];

/** Body of POST …/externalRef/:externalReferenceId/callouts. */
export const raiseFixedLocationBody = z
  .object({
    responseTypeId: optional(id).describe(
      "Id from GET /responseTypes. Required unless the tenant has a default.",
    ),
    calloutClassificationId: optional(integer.min(1).max(3)).describe(
      "1 REAL (default), 2 TEST, 3 UNVERIFIED.",
    ),
    internalTest: optional(z.boolean()).describe("True: offered to the tenant's test supplier only."),
    installerIdentifier: optional(text(256)).describe("Kept and echoed."),
  })
  .meta({ id: "RaiseFixedLocationCallout" });

/** Body, with the absent body that some clients send when the tenant has a default response type. */
export const raiseFixedLocationRequest = z.preprocess((body) => body ?? {}, raiseFixedLocationBody);

export const calloutParams = z.object({ calloutId: pathId });

const flatMembers = {
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

/** 201 and 200 of the raise: flat members beside the envelope, so that every generation of client reads it. */
export const raisedCallout = z
  .object({
    ...flatMembers,
    message: z.string(),
    installerIdentifier: z.string().nullable(),
    externalReferenceId: z.string(),
    callout: z.object({
      ...flatMembers,
      installerIdentifier: z.string().nullable(),
      externalReferenceId: z.string(),
    }),
  })
  .meta({ id: "RaisedCallout" });
export type RaisedCallout = z.infer<typeof raisedCallout>;

const idValue = z.object({ id: z.int(), value: z.string() });
const idDescription = z.object({ id: z.int(), description: z.string() });

/** A row for each responder sent; the first stands from the start with `responder` null. */
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
