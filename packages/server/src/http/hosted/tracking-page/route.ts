import type { FastifyInstance } from "fastify";
import { findTrackedCallout, readTrackingPath } from "../../../callouts/index.ts";
import type { AppContext } from "../../../context.ts";
import { notFound } from "../../../errors.ts";
import { customerSideOf } from "../../panic-v2/speaks-for.ts";
import { trackingPage } from "./page.ts";
import { presentTracking } from "./present-tracking.ts";

/** The page behind `callout.url`: whoever has the address may look, nobody else can guess it. */
export function trackingPageRoute(app: FastifyInstance, context: AppContext): void {
  app.get<{ Params: { address: string } }>("/track/:address", async (request, reply) => {
    const address = readTrackingPath(request.params.address);
    const partner = address && (await context.partners.find(address.customerSourceId));
    const callout =
      partner && (await findTrackedCallout(context.db, address, customerSideOf(partner, context)));
    if (!callout) throw notFound("A callout with this address");
    return reply
      .type("text/html; charset=utf-8")
      .header("cache-control", "no-store")
      .header("referrer-policy", "no-referrer")
      .header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *")
      .send(trackingPage(presentTracking(callout, partner.policies.timeZone)));
  });
}
