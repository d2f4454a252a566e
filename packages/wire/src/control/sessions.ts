import { z } from "zod";
import { requiredText, text } from "../scalars.ts";

export const operatorRole = z.enum(["operator", "supervisor", "admin"]);

/** Body of POST /control/v1/sessions. */
export const operatorSignIn = z.object({ username: requiredText(64), password: requiredText(256) });

/** Body of POST /control/v1/password. */
export const passwordChange = z.object({
  current: text(256),
  next: text(256).describe("12 to 256 characters."),
});

/** 201 of signing in and 200 of changing the password: the same session also comes as a cookie, for the console. */
export const operatorSession = z
  .object({
    accessToken: z.string(),
    expiresIn: z.int().describe("Seconds."),
    operator: z.object({
      id: z.int(),
      name: z.string(),
      role: operatorRole,
      mustChangePassword: z.boolean().describe("True: nothing but POST /control/v1/password is allowed."),
    }),
  })
  .meta({ id: "OperatorSession" });
