import { z } from "zod";

export const responseTypesAnswer = z
  .object({
    message: z.string(),
    responseTypes: z.array(
      z.object({
        id: z.int(),
        value: z.string(),
        description: z.string(),
        enabledLocations: z.object({ fixedLocation: z.boolean(), personalSafety: z.boolean() }),
      }),
    ),
  })
  .meta({ id: "ResponseTypes" });
