import { createSubscriptionRequest, subscriptionRead } from "@tocsin/wire";
import { createSubscription as create } from "../../../../subscriptions/index.ts";
import { operation } from "../../../route.ts";
import { presentSubscriptionRead } from "../present-subscription.ts";
import { readWindow } from "../read-window.ts";
import { judgeSubscriber, subscriberOf } from "./subscriber.ts";

export const createSubscription = operation({
  method: "POST",
  path: "/panic-api/v2/subscriptions",
  operationId: "create-subscription",
  summary: "Subscribe a customer",
  description:
    "Who is subscribed may raise callouts. A family type covers dependants beside its customer. A customer has one active " +
    "subscription at a time. With a customer token it is the token's customer who is subscribed, and `webSubscription` is taken as the " +
    "type.",
  tag: "Subscriptions",
  access: "customer",
  about: () => null,
  body: createSubscriptionRequest,
  answers: { 201: subscriptionRead },
  errors: ["house-account", "not-found", "subscription-active"],
  judgeBody: judgeSubscriber,
  async handle({ context, caller, body, db }) {
    const { customerSourceId } = caller.partner;
    const { customerId, subscriptionTypeId } = subscriberOf(caller, body);
    const { dependantCustomerIds } = body;
    const isPerson = caller.scope !== "server";
    const request = { subscriptionTypeId, ...readWindow(body), dependantCustomerIds, isPerson };
    const created = await create(context, db, { customerSourceId, customerId }, request);
    const message = "Subscription created.";
    return { status: 201, body: presentSubscriptionRead(created, context.clock.now(), message) };
  },
});
