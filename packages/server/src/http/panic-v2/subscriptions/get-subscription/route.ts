import { subscriptionParams, subscriptionRead } from "@tocsin/wire";
import { readSubscription } from "../../../../subscriptions/index.ts";
import { operation } from "../../../route.ts";
import { presentSubscriptionRead } from "../present-subscription.ts";

export const getSubscription = operation({
  method: "GET",
  path: "/panic-api/v2/subscriptions/:id",
  operationId: "get-subscription",
  summary: "Get a subscription",
  tag: "Subscriptions",
  access: "customer",
  about: ({ params }) => ({ kind: "coveringSubscription", id: params.id }),
  params: subscriptionParams,
  answers: { 200: subscriptionRead },
  errors: ["not-found"],
  async handle({ context, caller, params: { id }, db }) {
    const { customerSourceId } = caller.partner;
    const found = await readSubscription(db, { customerSourceId, id });
    const message = "Subscription found.";
    return { status: 200, body: presentSubscriptionRead(found, context.clock.now(), message) };
  },
});
