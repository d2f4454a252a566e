import { z } from "zod";
import { id, instant, optional } from "../scalars.ts";

const measured = optional(z.number()).transform((value) =>
  value !== undefined && value >= 0 ? value : null,
);

/** A position as an app or a tracker sends it. */
export const positionFix = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accuracy: measured.describe("Metres. Below zero, as telephones say it, is unknown."),
  speed: measured.describe("Metres per second."),
  heading: measured.describe("Degrees clockwise from north."),
  recordedAt: instant.transform((text) => Date.parse(text)),
});

export const fleetPositionFix = positionFix.extend({ responderId: id });

/** Instants as milliseconds since 1970; null for what was not measured. */
export type PositionFix = z.output<typeof positionFix>;
export type FleetPositionFix = z.output<typeof fleetPositionFix>;
