import { calloutTokenRequest, tokenAnswer } from "@tocsin/wire";
import { isLiveCustomer } from "../../../../customers/index.ts";
import { notFound } from "../../../../errors.ts";
import { operation } from "../../../route.ts";
import { presentToken } from "../present-token.ts";

export const createCalloutToken = operation({
  method: "POST",
  path: "/panic-api/v2/oauth/calloutToken",
  operationId: "create-callout-token",
  summary: "Get a token for one customer's alarm button",
  description:
    "For an app on the customer's telephone, which must not hold the partner's own token. It may create, list, read, move, cancel and " +
    "rate that customer's callouts, and read and send their events; any other operation answers it 401.",
  tag: "Authentication",
  access: "server",
  body: calloutTokenRequest,
  answers: { 200: tokenAnswer },
  errors: ["not-found"],
  async handle({ context, caller: { partner }, body: { customerId }, db }) {
    const isThere = await isLiveCustomer(db, partner.customerSourceId, customerId);
    if (!isThere) throw notFound(`Customer ${customerId}`);
    return presentToken(await context.tokens.issueCalloutToken(partner, customerId));
  },
});
