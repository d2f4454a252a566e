import { z } from "zod";

/** Body of POST /control/v1/simulator/callouts/:calloutId/advance. */
export const advanceBody = z.object({
  to: z.enum(["dispatched", "arrived", "completed", "closed"], {
    error: "must be one of dispatched, arrived, completed, closed",
  }),
  webhooks: z.boolean().default(true).describe("False: the partner is told nothing of it."),
});
