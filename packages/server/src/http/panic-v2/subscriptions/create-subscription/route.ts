import { createSubscriptionRequest, subscriptionRead } from "@tocsin/wire";
import { createSubscription as create } from "../../../../subscriptions/index.ts";
import { operation } from "../../../route.ts";
import { presentSubscriptionRead } from "../present-subscription.ts";
import { readWindow } from "../read-window.ts";

export const createSubscription = operation({
  method: "POST",
  path: "/panic-api/v2/subscriptions",
  operationId: "create-subscription",
  summary: "Subscribe a customer",
  description:
    "Who is subscribed may raise callouts. A family type covers dependants beside its customer. A customer has one active " +
    "subscription at a time.",
  tag: "Subscriptions",
  access: "server",
  body: createSubscriptionRequest,
  answers: { 201: subscriptionRead },
  errors: ["house-account", "not-found", "subscription-active"],
  async handle({ context, caller, body, db }) {
    const { customerSourceId } = caller.partner;
    const { customerId, subscriptionTypeId, dependantCustomerIds } = body;
    const request = { subscriptionTypeId, ...readWindow(body), dependantCustomerIds };
    const created = await create(context, db, { customerSourceId, customerId }, request);
    const message = "Subscription created.";
    return { status: 201, body: presentSubscriptionRead(created, context.clock.now(), message) };
  },
});
