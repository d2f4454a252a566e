import type { TokenService } from "../../../partners/index.ts";
import type { Answer } from "../../route.ts";

type IssuedToken = Awaited<ReturnType<TokenService["issue"]>>;

/** The answer that hands out a token, in the names of this API and of RFC 6749. */
export function presentToken({ accessToken, expiresIn }: IssuedToken): Answer {
  return {
    status: 200,
    // a token is as good as the secret while it lives (RFC 6749 §5.1)
    headers: { "cache-control": "no-store" },
    body: {
      accessToken,
      tokenType: "Bearer",
      expiresIn,
      access_token: accessToken,
      token_type: "Bearer",
      expires_in: expiresIn,
    },
  };
}
