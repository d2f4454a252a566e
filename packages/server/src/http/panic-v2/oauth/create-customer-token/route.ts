import { customerTokenRequest, tokenAnswer } from "@tocsin/wire";
import { isLiveCustomer } from "../../../../customers/index.ts";
import { notFound } from "../../../../errors.ts";
import { signedUpCustomer } from "../../../../hosted-sessions/index.ts";
import { operation } from "../../../route.ts";
import { presentToken } from "../present-token.ts";

export const createCustomerToken = operation({
  method: "POST",
  path: "/panic-api/v2/oauth/customerToken",
  operationId: "create-customer-token",
  summary: "Get a token for a customer who signed up on our page",
  description:
    "For an app on the customer's telephone. Beside what a callout token may, it may look after the customer's own subscription. " +
    "Ask again when it expires: a sign-up that is completed stays so.",
  tag: "Authentication",
  access: "server",
  body: customerTokenRequest,
  answers: { 200: tokenAnswer },
  errors: ["not-found", "signup-state"],
  async handle({ context, caller: { partner }, body: { signupSessionId }, db }) {
    const { customerSourceId } = partner;
    const key = { customerSourceId, sessionId: signupSessionId };
    const customerId = await signedUpCustomer({ ...context, db }, key);
    if (!(await isLiveCustomer(db, customerSourceId, customerId))) throw notFound(`Customer ${customerId}`);
    return presentToken(await context.tokens.issueCustomerToken(partner, customerId));
  },
});
