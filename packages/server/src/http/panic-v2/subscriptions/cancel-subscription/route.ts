import { cancelSubscriptionRequest, subscriptionCancelled, subscriptionParams } from "@tocsin/wire";
import { cancelSubscription as cancel, cancellationToken } from "../../../../subscriptions/index.ts";
import { operation } from "../../../route.ts";
import { aboutSubscription } from "../about-subscription.ts";

export const cancelSubscription = operation({
  method: "DELETE",
  path: "/panic-api/v2/subscriptions/:id",
  operationId: "cancel-subscription",
  summary: "Cancel a subscription",
  description:
    "From now on; for good. The body may be absent. Asked again, it is answered the same and nothing changes. One that has lapsed is " +
    "refused, and the webhook SUBSCRIPTION_CANCELLED_FAILED says so too.",
  tag: "Subscriptions",
  access: "customer",
  about: aboutSubscription,
  params: subscriptionParams,
  body: cancelSubscriptionRequest,
  answers: { 200: subscriptionCancelled },
  errors: ["not-found", "subscription-ended"],
  async handle({ context, caller, params: { id }, body, db }) {
    const { customerSourceId } = caller.partner;
    const cancelled = await cancel(context, db, { customerSourceId, id }, body.reason ?? null);
    const subscriptionToken = cancellationToken(cancelled);
    return { status: 200, body: { message: "Subscription cancelled.", subscriptionToken } };
  },
});
