import { z } from "zod";
import { besideMembers } from "../across-members.ts";
import { id, optional, pathId, text } from "../scalars.ts";
import { refuseEmptyWindow, subscriptionTypeId, windowEdge, windowMembers } from "./window.ts";

export const subscriptionParams = z.object({ id: pathId });

const dependantCustomerIds = optional(z.array(id).max(100)).describe(
  "Whom it covers beside its customer: customers of yours, at most `maxDependants` of the type.",
);

/** Body of POST /subscriptions. Which of the three first members must be there depends on whose token it comes with. */
export const createSubscriptionRequest = z
  .object({
    customerId: optional(id).describe(
      "Whom to subscribe. Required; with a customer token it is the token's.",
    ),
    subscriptionTypeId: optional(subscriptionTypeId).describe(
      "1 SINGLE, 2 FAMILY, 3 WEB_SIGNUP_SINGLE, 4 WEB_SIGNUP_FAMILY. Required.",
    ),
    webSubscription: optional(subscriptionTypeId).describe(
      "With a customer token: the type, before the other.",
    ),
    ...windowMembers,
    dependantCustomerIds,
  })
  .superRefine(refuseEmptyWindow, besideMembers)
  .transform(({ dependantCustomerIds: dependants, ...body }) => ({
    ...body,
    dependantCustomerIds: dependants ?? [],
  }))
  .meta({ id: "CreateSubscription" });

/** Body of PUT /subscriptions/:id: what is absent stays as it is. */
export const updateSubscriptionRequest = z
  .object({
    validTo: optional(windowEdge).describe("The new end, not included."),
    dependantCustomerIds: dependantCustomerIds.describe(
      "The whole set: who is not in it is covered no more.",
    ),
  })
  .meta({ id: "UpdateSubscription" });

/** Body of DELETE /subscriptions/:id, which may be absent. */
export const cancelSubscriptionRequest = z
  .preprocess((body) => body ?? {}, z.object({ reason: optional(text(1024)) }))
  .meta({ id: "CancelSubscription" });

export type CreateSubscriptionRequest = z.infer<typeof createSubscriptionRequest>;
