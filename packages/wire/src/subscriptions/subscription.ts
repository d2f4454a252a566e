import { z } from "zod";
import { instant } from "../scalars.ts";

export const subscriptionStatuses = ["active", "pending", "lapsed", "cancelled"] as const;

const dependants = z.array(
  z
    .object({ id: z.int(), name: z.string(), surname: z.string(), mobile: z.string().nullable() })
    .meta({ id: "Dependant" }),
);

const subscriptionMembers = {
  id: z.int(),
  customerId: z.int(),
  subscriptionTypeId: z.int(),
  validFrom: instant,
  validTo: instant.describe("Not included."),
  CancelledDate: instant.nullable().describe("Spelt so on the wire."),
  CancelledReason: z.string().nullable().describe("Spelt so on the wire."),
  dependantCustomerIds: z.array(z.int()),
  dependents: dependants.describe("The same people with their names."),
  status: z
    .enum(subscriptionStatuses)
    .describe("Computed: active from validFrom to validTo unless cancelled."),
  createdAt: instant,
  updatedAt: instant,
};

export const subscription = z.object(subscriptionMembers).meta({ id: "Subscription" });
export type Subscription = z.infer<typeof subscription>;

/** 200 of GET /customers/:id/subscriptions. */
export const subscriptionList = z.array(subscription);

/** 201 of POST /subscriptions, 200 of GET /subscriptions/:id: flat members beside the envelope. */
export const subscriptionRead = z
  .object({ ...subscriptionMembers, message: z.string(), subscription })
  .meta({ id: "SubscriptionRead" });

/** 200 of PUT /subscriptions/:id. */
export const subscriptionUpdated = z
  .object({
    ...subscriptionMembers,
    message: z.string(),
    links: z
      .array(z.object({ subscriptionId: z.int(), customerId: z.int() }))
      .describe("One for each person it covers beside its customer."),
    subscription,
  })
  .meta({ id: "SubscriptionUpdated" });

/** 200 of DELETE /subscriptions/:id. */
export const subscriptionCancelled = z
  .object({
    message: z.string(),
    subscriptionToken: z
      .string()
      .describe("Names this cancellation, the same however often it is asked for."),
  })
  .meta({ id: "SubscriptionCancelled" });

/** 200 of GET /subscriptions/subscriptionTypes. */
export const subscriptionTypeList = z.array(
  z
    .object({
      id: z.int(),
      value: z.string(),
      description: z.string(),
      maxDependants: z.int().describe("How many it covers beside its customer."),
    })
    .meta({ id: "SubscriptionType" }),
);
