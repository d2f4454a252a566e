import { z } from "zod";
import { optional, text } from "../scalars.ts";

/** Body of POST …/cancel; it may be absent altogether. */
export const cancelCalloutRequest = z.preprocess(
  (body) => body ?? {},
  z
    .object({
      safeCode: optional(text(64)).describe(
        "The last four digits of the customer's mobile. Absent: cancelled without a code.",
      ),
    })
    .meta({ id: "CancelCallout" }),
);

/** Body of POST …/dismiss; it may be absent altogether. */
export const dismissCalloutRequest = z.preprocess(
  (body) => body ?? {},
  z.object({}).meta({ id: "DismissCallout" }),
);
