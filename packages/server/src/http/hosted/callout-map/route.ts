import type { FastifyInstance } from "fastify";
import type { AppContext } from "../../../context.ts";
import { notFound } from "../../../errors.ts";
import { loadMappedReport, readMapPath } from "../../../reports/index.ts";

/** The picture behind the `url` of GET …/maps: whoever has the address may look, nobody else can guess it. */
export function calloutMapRoute(app: FastifyInstance, context: AppContext): void {
  app.get<{ Params: { address: string } }>("/maps/:address", async (request, reply) => {
    const address = readMapPath(request.params.address);
    const partner = address && (await context.partners.find(address.customerSourceId));
    const report = partner && (await loadMappedReport(context, partner, address));
    if (!report) throw notFound("A map with this address");
    return reply
      .type("image/png")
      .header("cache-control", "private, max-age=300")
      .header("referrer-policy", "no-referrer")
      .send(await context.draughtsman.draw("map", report));
  });
}
