import { z } from "zod";
import { instant, pathId, requiredText, text } from "../scalars.ts";
import { operatorRole } from "./sessions.ts";

export const operatorParams = z.object({ operatorId: pathId });

export const createOperatorBody = z.object({
  username: text(64).describe("Letters, digits and . _ ~ @ + -; case does not count."),
  name: requiredText(200),
  role: operatorRole,
  password: text(256).describe("12 to 256 characters; to be changed at the first sign-in."),
});

/** What is absent stays as it is. */
export const updateOperatorBody = z.object({
  name: requiredText(200).exactOptional(),
  role: operatorRole.exactOptional(),
  password: text(256).exactOptional().describe("A new first password: ends the operator's sessions."),
  disabled: z.boolean().exactOptional(),
});

export const controlOperator = z
  .object({
    id: z.int(),
    username: z.string(),
    name: z.string(),
    role: operatorRole,
    mustChangePassword: z.boolean(),
    isDemo: z.boolean(),
    createdAt: instant,
    updatedAt: instant,
    disabledAt: instant.nullable(),
  })
  .meta({ id: "ControlOperator" });
export type ControlOperator = z.infer<typeof controlOperator>;

export const controlOperatorList = z.object({ operators: z.array(controlOperator) });
