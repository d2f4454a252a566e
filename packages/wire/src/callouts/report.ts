import { z } from "zod";
import { instant, optional } from "../scalars.ts";

const seconds = z.number().nullable();

/** 200 of GET …/resolutionReport as JSON. */
export const resolutionReport = z
  .object({
    message: z.string(),
    calloutId: z.int(),
    outcome: z.string().describe("attended, falseAlarm, resolvedRemotely, cancelled, test or duplicate."),
    createdAt: instant,
    dispatchedAt: instant.nullable().describe("When the first responder was sent."),
    arrivedAt: instant.nullable().describe("When the first responder was there."),
    completedAt: instant.nullable(),
    closedAt: instant,
    secondsToDispatch: seconds.describe("From createdAt, as the others."),
    secondsToArrival: seconds,
    secondsToResolution: z
      .number()
      .describe("To completedAt; where nobody had to complete anything, to closedAt."),
    responders: z.array(
      z.object({
        id: z.int(),
        name: z.string(),
        callSign: z.string().nullable(),
        vehicle: z.string().nullable(),
        supplier: z.object({ id: z.int(), name: z.string() }),
        dispatchedAt: instant,
        arrivedAt: instant.nullable(),
        completedAt: instant.nullable(),
        cancelledAt: instant.nullable(),
      }),
    ),
    timeline: z.array(
      z.object({
        sequence: z.int().describe("Numbers that are missing are lines that only the control room reads."),
        createdAt: instant,
        createdBy: z.string(),
        message: z.string(),
        hash: z.string().describe("SHA-256 over this line and the hash of the one before it, hexadecimal."),
      }),
    ),
    exceptionReasons: z.array(
      z.object({
        id: z.int(),
        exceptionReasonId: z.int(),
        reason: z.string(),
        notes: z.string().nullable(),
        createdAt: instant,
      }),
    ),
    rating: z
      .object({
        id: z.int(),
        rating: z.int(),
        additionalDetails: z.string().nullable(),
        customerAllowedToBeContacted: z.boolean().nullable(),
        ratingItems: z.array(z.string()),
      })
      .nullable(),
    verification: z.object({
      algorithm: z.string(),
      hash: z.string().describe("Of the newest line: it stands for the whole timeline."),
    }),
  })
  .meta({ id: "ResolutionReport" });
export type ResolutionReport = z.infer<typeof resolutionReport>;

/** Query of GET …/maps. */
export const calloutMapsQuery = z.object({
  inline: optional(z.enum(["true", "false"], { error: "must be true or false" })).describe(
    "true: `image` has the picture too.",
  ),
});

/** 200 of GET …/maps. */
export const calloutMaps = z
  .object({
    url: z.string().describe("A PNG; whoever has the address may fetch it."),
    image: z.string().nullable().describe("The same PNG in base64."),
  })
  .meta({ id: "CalloutMaps" });
