import { z } from "zod";

/** What a callout's webhooks are called (panic-v2 §8); each carries the nested callout. */
export const calloutEvents = [
  "NEW_CALLOUT",
  "RESPONDER_MANUALLY_DISPATCHED",
  "RESPONDER_ACKNOWLEDGED_CALLOUT",
  "RESPONDER_ACKNOWLEDGED_CALLOUT_WITH_ETA",
  "RESPONDER_ARRIVED_ON_SCENE",
  "RESPONDER_COMPLETED",
  "RESPONDER_CANCELLED",
  "CALLOUT_OWNED",
  "CALLOUT_EVENTS_CHANGED",
  "CALLOUT_SOFT_CANCELLED_BY_CUSTOMER",
  "CALLOUT_NO_LONGER_REQUIRES_RESPONSE",
  "CALLOUT_CLOSED",
] as const;

export const subscriptionEvents = [
  "SUBSCRIPTION_CREATED",
  "SUBSCRIPTION_UPDATED",
  "SUBSCRIPTION_CANCELLED",
  "SUBSCRIPTION_CANCELLED_FAILED",
] as const;

export const customerEvents = ["CREATED_CUSTOMER", "UPDATED_CUSTOMER", "DELETED_CUSTOMER"] as const;

/** Every event that a webhook can be registered for. */
export const webhookEvents = [...calloutEvents, ...subscriptionEvents, ...customerEvents] as const;

export const webhookEvent = z
  .enum(webhookEvents, {
    error: ({ input }) =>
      `must be the name of an event, which ${shorten(input)} is not; there are ${webhookEvents.join(", ")}`,
  })
  .meta({ id: "WebhookEvent" });

function shorten(input: unknown): string {
  const written = JSON.stringify(input) ?? "nothing";
  return written.length > 60 ? `${written.slice(0, 60)}…` : written;
}
