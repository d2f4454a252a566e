/**
 * The console's session. HttpOnly: no script reads it. SameSite=Strict: no other site's page sends it along. The path keeps it
 * from everything that is not the control room's.
 */
export const sessionCookieName = "tocsin_control";
const path = "/control";

/** The token in a Cookie header; undefined when there is none. */
export function sessionCookie(header: string | undefined): string | undefined {
  const pairs = (header ?? "").split(";").map((pair) => pair.trim());
  const value = pairs
    .find((pair) => pair.startsWith(`${sessionCookieName}=`))
    ?.slice(sessionCookieName.length + 1);
  return value || undefined;
}

/** Set-Cookie of a sign-in. Secure where the browser reaches us by https: elsewhere it would not keep the cookie. */
export function writeSessionCookie(token: string, maxAgeSeconds: number, publicUrl: string): string {
  const secure = publicUrl.startsWith("https:") ? "; Secure" : "";
  return `${sessionCookieName}=${token}; Path=${path}; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Strict${secure}`;
}

/** Set-Cookie of a sign-out. */
export function clearSessionCookie(publicUrl: string): string {
  return writeSessionCookie("", 0, publicUrl);
}
