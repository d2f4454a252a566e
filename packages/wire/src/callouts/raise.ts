import { z } from "zod";
import { id, integer, optional, text } from "../scalars.ts";
import { flatMembers } from "./callout.ts";

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
