import { z } from "zod";
import { nestedCallout } from "../callouts/callout.ts";
import { customer } from "../customers/customer.ts";
import { subscription } from "../subscriptions/subscription.ts";
import { calloutEvents, customerEvents, subscriptionEvents } from "./events.ts";

/** Body of a delivery about a callout: as it was at the event. */
const calloutWebhook = z
  .object({ message: z.enum(calloutEvents), callout: nestedCallout })
  .meta({ id: "CalloutWebhook" });

const subscriptionWebhook = z
  .object({ message: z.enum(subscriptionEvents), subscription })
  .meta({ id: "SubscriptionWebhook" });

const customerWebhook = z
  .object({ message: z.enum(customerEvents), customer })
  .meta({ id: "CustomerWebhook" });

/** The bodies of deliveries, by what they are about; `message` says which event it is. */
export const webhookPayloads = {
  callout: calloutWebhook,
  subscription: subscriptionWebhook,
  customer: customerWebhook,
} as const;
