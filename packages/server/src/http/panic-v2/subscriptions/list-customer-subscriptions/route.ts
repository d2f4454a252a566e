import { customerParams, subscriptionList } from "@tocsin/wire";
import { findCustomer } from "../../../../customers/index.ts";
import { notFound } from "../../../../errors.ts";
import { listSubscriptions } from "../../../../subscriptions/index.ts";
import { operation } from "../../../route.ts";
import { presentSubscription } from "../present-subscription.ts";

export const listCustomerSubscriptions = operation({
  method: "GET",
  path: "/panic-api/v2/customers/:id/subscriptions",
  operationId: "list-customer-subscriptions",
  summary: "List a customer's subscriptions",
  description:
    "Their own, and those of others that cover them (`customerId` says whose); ended ones too, in order of their ids. At most 50 " +
    "requests in 10 seconds: beyond that 429, and Retry-After says when to ask again. Webhooks tell of changes without asking.",
  tag: "Subscriptions",
  access: "customer",
  about: ({ params }) => ({ kind: "customer", id: params.id }),
  params: customerParams,
  answers: { 200: subscriptionList },
  errors: ["too-many-requests", "not-found"],
  async handle({ context, caller, params: { id }, db }) {
    const { customerSourceId } = caller.partner;
    context.subscriptionReads.count(customerSourceId);
    if (!(await findCustomer(db, { customerSourceId, id }))) throw notFound(`Customer ${id}`);
    const subscriptions = await listSubscriptions(db, customerSourceId, id);
    const now = context.clock.now();
    return { status: 200, body: subscriptions.map((each) => presentSubscription(each, now)) };
  },
});
