import { listScheduledQuery, scheduledRequestList } from "@tocsin/wire";
import { listSchedules } from "../../../../scheduled/index.ts";
import { nextLink } from "../../../next-link.ts";
import { operation } from "../../../route.ts";
import { presentService } from "../present-service.ts";

const path = "/panic-api/v2/scheduled";

export const listScheduledServices = operation({
  method: "GET",
  path,
  operationId: "list-scheduled-services",
  summary: "List scheduled services",
  description:
    "In the order they were made, those called off included. Everything, unless `limit` is given: then a Link header with " +
    "rel=next leads to the next page, as long as there is one.",
  tag: "Scheduled services",
  access: "server",
  query: listScheduledQuery,
  answers: { 200: scheduledRequestList },
  answerHeaders: { link: 'With `limit`, while more follow: `<address of the next page>; rel="next"`.' },
  errors: [],
  async handle({ context, caller, query, db }) {
    const { limit = null, customerId = null, cursor = 0 } = query;
    const { customerSourceId } = caller.partner;
    const asked = { customerSourceId, customerId, afterNumber: cursor, limit };
    const { services, nextAfterNumber } = await listSchedules(db, asked);
    const now = context.clock.now();
    const body = services.map((service) => presentService(service, now));
    if (nextAfterNumber === null) return { status: 200, body };
    const link = nextLink(context.settings.publicUrl + path, { limit, customerId }, nextAfterNumber);
    return { status: 200, headers: { link }, body };
  },
});
