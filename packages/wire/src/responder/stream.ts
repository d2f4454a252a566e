import { z } from "zod";
import { instant } from "../scalars.ts";
import { responderState } from "./state.ts";

const entry = z.object({
  calloutId: z.int(),
  sequence: z.int().describe("Of the callout's timeline entry."),
  at: instant,
  state: responderState.describe(
    "As GET /responder/v1/state answers when this is sent; it may be ahead of the event.",
  ),
});

/** Event name → its data, of GET /responder/v1/stream. */
export const responderStreamEvents = {
  offer: entry.extend({ offerId: z.int() }),
  offerWithdrawn: entry.extend({ offerId: z.int(), reason: z.enum(["declined", "expired", "withdrawn"]) }),
  assignment: entry.extend({
    kind: z
      .string()
      .describe(
        "What happened: offerAccepted, dispatchedByHand, arrived, completed, aborted, stoodDown, moved …",
      ),
    assignmentId: z.int().nullable().describe("Null when it happened to the callout."),
  }),
  message: entry.extend({
    message: z.string(),
    from: z.object({ kind: z.string(), name: z.string().nullable() }),
  }),
  heartbeat: z.object({ at: instant }),
};
export type ResponderStreamEvents = {
  [Name in keyof typeof responderStreamEvents]: z.infer<(typeof responderStreamEvents)[Name]>;
};
