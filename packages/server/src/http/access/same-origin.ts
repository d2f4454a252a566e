import type { FastifyRequest } from "fastify";
import { AppError } from "../../errors.ts";

const reading = new Set(["GET", "HEAD"]);

/**
 * Refuses a change that a browser sends with its cookie from another site's page. The cookie is SameSite=Strict already;
 * this is for browsers that do not know it, and for other hosts of the same site. A browser says where a request comes
 * from in Sec-Fetch-Site or in Origin; one that says neither is refused too.
 * @throws AppError `forbidden`
 */
export function refuseForeignOrigin(
  { method, headers }: Pick<FastifyRequest, "method" | "headers">,
  publicUrl: string,
): void {
  if (reading.has(method) || isFromOwnPage({ headers }, publicUrl)) return;
  throw new AppError(
    "forbidden",
    "A change with the session cookie must come from the control room's own pages. Programs send the token as Authorization: Bearer.",
  );
}

/** Whether a browser says that one of our own pages sent the request. */
export function isFromOwnPage({ headers }: Pick<FastifyRequest, "headers">, publicUrl: string): boolean {
  const site = headers["sec-fetch-site"];
  return site === undefined ? isOwnOrigin(headers.origin, headers.host, publicUrl) : site === "same-origin";
}

/** Behind a proxy the host we are asked for may be our inner one: then the public address counts. */
function isOwnOrigin(origin: string | undefined, host: string | undefined, publicUrl: string): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false;
  return new URL(origin).host === host || new URL(origin).origin === new URL(publicUrl).origin;
}
