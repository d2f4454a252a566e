import { z } from "zod";
import { requiredText, text } from "./scalars.ts";

/** JSON body of POST /oauth/token. */
export const tokenRequest = z.object({ clientId: requiredText(256), clientSecret: requiredText(512) }).meta({ id: "TokenRequest" });

/** RFC 6749 client credentials, form-encoded; the pair may stand in HTTP Basic instead. */
export const tokenForm = z.object({
  grant_type: z.literal("client_credentials", { error: "must be client_credentials" }),
  client_id: text(256).optional(),
  client_secret: text(512).optional(),
});

export const tokenAnswer = z
  .object({
    accessToken: z.string().describe("A JWT with numeric exp in seconds."),
    tokenType: z.literal("Bearer"),
    expiresIn: z.int().describe("Seconds."),
    access_token: z.string(),
    token_type: z.literal("Bearer"),
    expires_in: z.int(),
  })
  .meta({ id: "Token" });
