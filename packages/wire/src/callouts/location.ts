import { z } from "zod";
import { optional } from "../scalars.ts";

/** Body of POST …/location and …/updateLocationAndReturnCallout. A `calloutId` in it is ignored: the path has it. */
export const moveCalloutRequest = z
  .object({
    latitude: z.number().min(-90).max(90).describe("WGS 84 decimal degrees."),
    longitude: z.number().min(-180).max(180),
    // nowhere on earth is further away than half way round it
    accuracy: optional(z.number().min(0).max(20_100_000)).describe("Metres."),
  })
  .meta({ id: "MoveCallout" });

export type MoveCallout = z.output<typeof moveCalloutRequest>;

/** 200 of POST …/location. */
export const calloutMoved = z.object({ message: z.string() }).meta({ id: "CalloutMoved" });
