import { z } from "zod";

/** `details` of a scheduled service, as answers show them: null for what the partner left out. */
export const serviceDetails = z.object({
  numberOfGuards: z.int().nullable(),
  armedPreference: z.union([z.boolean(), z.string()]).nullable().describe("As it was sent."),
  contacts: z.array(
    z.object({ name: z.string().nullable(), mobile: z.string().nullable(), email: z.string().nullable() }),
  ),
});
