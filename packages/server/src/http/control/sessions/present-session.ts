import type { AppContext } from "../../../context.ts";
import type { SignedIn } from "../../../operators/index.ts";
import { writeSessionCookie } from "../../access/session-cookie.ts";
import type { Answer } from "../../route.ts";

/** A session as programs take it, in the body, and as the console does, in a cookie that no script can read. */
export function presentSession(
  status: 200 | 201,
  { operator, session }: SignedIn,
  { settings }: Pick<AppContext, "settings">,
): Answer {
  const { token, expiresIn } = session;
  const { id, name, role, mustChangePassword } = operator;
  return {
    status,
    headers: {
      "cache-control": "no-store",
      "set-cookie": writeSessionCookie(token, expiresIn, settings.publicUrl),
    },
    body: { accessToken: token, expiresIn, operator: { id, name, role, mustChangePassword } },
  };
}

/** For the answers of both operations that begin a session. */
export const sessionHeaders = {
  "set-cookie": "The same session for the console: HttpOnly, SameSite=Strict, for /control alone.",
};
