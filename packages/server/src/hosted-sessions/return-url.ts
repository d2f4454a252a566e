import type { Signup } from "./types.ts";

/**
 * Where the person goes back to: the partner's address with its own query, and what became of the sign-up behind it. The
 * partner's part stays letter for letter, since some app's scheme may read it in its own way.
 */
export function returnUrlOf({ returnUrl, status, id, customerId, siteId, errorCode }: Signup): string {
  const added = new URLSearchParams({ status, signupSessionId: id });
  if (customerId !== null) added.set("customerId", String(customerId));
  if (siteId !== null) added.set("siteId", String(siteId));
  if (errorCode !== null) added.set("error_code", errorCode);
  const [, address = "", fragment = ""] = /^([^#]*)(#.*)?$/s.exec(new URL(returnUrl).href) ?? [];
  const joint = address.includes("?") ? (/[?&]$/.test(address) ? "" : "&") : "?";
  return `${address}${joint}${added.toString()}${fragment}`;
}
