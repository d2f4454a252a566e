import { z } from "zod";
import { id, optional, requiredText, text } from "./scalars.ts";

/** JSON body of POST /oauth/token. */
export const tokenRequest = z
  .object({ clientId: requiredText(256), clientSecret: requiredText(512) })
  .meta({ id: "TokenRequest" });

/** RFC 6749 client credentials, form-encoded; the pair may stand in HTTP Basic instead. */
export const tokenForm = z
  .object({
    grant_type: z.literal("client_credentials", { error: "must be client_credentials" }),
    client_id: optional(text(256)),
    client_secret: optional(text(512)),
  })
  .meta({ id: "TokenForm" });

export type TokenForm = z.infer<typeof tokenForm>;

/** Body of POST /oauth/calloutToken. */
export const calloutTokenRequest = z
  .object({ customerId: id.describe("Whose callouts the token is for.") })
  .meta({ id: "CalloutTokenRequest" });

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

/** Public keys that access tokens verify with (RFC 7517). */
export const jwksAnswer = z
  .object({
    keys: z.array(
      z.object({
        kty: z.literal("OKP"),
        crv: z.literal("Ed25519"),
        x: z.string().describe("The public key, base64url."),
        kid: z.string(),
        alg: z.literal("EdDSA"),
        use: z.literal("sig"),
      }),
    ),
  })
  .meta({ id: "JsonWebKeySet" });
