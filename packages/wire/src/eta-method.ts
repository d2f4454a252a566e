import { z } from "zod";

/** Stands beside each ETA: a time from a router is worth more than one from the distance alone. */
export const etaMethod = z
  .string()
  .describe("How etaSeconds was found: estimate (distance × 1.4 ÷ speed), osrm or valhalla.");
