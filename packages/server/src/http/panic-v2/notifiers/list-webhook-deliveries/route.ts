import { listDeliveriesQuery, webhookDeliveryList } from "@tocsin/wire";
import { listDeliveries } from "../../../../webhooks/index.ts";
import { nextLink } from "../../../next-link.ts";
import { operation } from "../../../route.ts";
import { presentDelivery } from "../present-delivery.ts";
import { readFilter } from "../read-filter.ts";

const path = "/panic-api/v2/notifiers/webhooks/deliveries";
const defaultLimit = 100;

export const listWebhookDeliveries = operation({
  method: "GET",
  path,
  operationId: "list-webhook-deliveries",
  summary: "List what your webhook was sent, the newest first",
  description:
    "What is still to be sent too. A Link header with rel=next leads to the next page, as long as there is one. Kept for 30 days " +
    "after a delivery arrived or was given up.",
  tag: "Webhooks",
  access: "server",
  query: listDeliveriesQuery,
  answers: { 200: webhookDeliveryList },
  answerHeaders: { link: 'While more follow: `<address of the next page>; rel="next"`.' },
  errors: [],
  async handle({ context, caller, query, db }) {
    const { limit = defaultLimit, cursor = null, ...asked } = query;
    const filter = readFilter(asked);
    const { customerSourceId } = caller.partner;
    const page = await listDeliveries(db, customerSourceId, { ...filter, beforeId: cursor, limit });
    const body = page.deliveries.map(presentDelivery);
    if (page.nextBeforeId === null) return { status: 200, body };
    const { state, event, calloutId } = filter;
    const again = {
      limit,
      state,
      event,
      calloutId,
      from: asked.from?.toISOString(),
      to: asked.to?.toISOString(),
    };
    const link = nextLink(context.settings.publicUrl + path, again, page.nextBeforeId);
    return { status: 200, headers: { link }, body };
  },
});
