import { subscriptionParams, subscriptionUpdated, updateSubscriptionRequest } from "@tocsin/wire";
import { updateSubscription as update } from "../../../../subscriptions/index.ts";
import { operation } from "../../../route.ts";
import { aboutSubscription } from "../about-subscription.ts";
import { presentSubscriptionRead } from "../present-subscription.ts";

export const updateSubscription = operation({
  method: "PUT",
  path: "/panic-api/v2/subscriptions/:id",
  operationId: "update-subscription",
  summary: "Change a subscription's end, or whom it covers",
  description:
    "What is absent stays. `dependantCustomerIds` is the whole set; with a customer token nobody new can be in it. What was cancelled or " +
    "has lapsed is not brought back: create a new subscription.",
  tag: "Subscriptions",
  access: "customer",
  about: aboutSubscription,
  params: subscriptionParams,
  body: updateSubscriptionRequest,
  answers: { 200: subscriptionUpdated },
  errors: ["not-found", "house-account", "subscription-ended", "subscription-active"],
  async handle({ context, caller, params: { id }, body, db }) {
    const { customerSourceId } = caller.partner;
    const updated = await update(
      context,
      db,
      { customerSourceId, id },
      {
        validTo: body.validTo?.toTemporalInstant(),
        dependantCustomerIds: body.dependantCustomerIds,
        isPerson: caller.scope !== "server",
      },
    );
    const links = updated.dependantCustomerIds.map((customerId) => ({ subscriptionId: id, customerId }));
    const message = "Subscription updated.";
    const read = presentSubscriptionRead(updated, context.clock.now(), message);
    return { status: 200, body: { ...read, links } };
  },
});
