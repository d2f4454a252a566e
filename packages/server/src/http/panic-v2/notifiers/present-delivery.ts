import type { WebhookDelivery, WebhookDeliveryRead } from "@tocsin/wire";
import type { LoggedAttempt, LoggedDelivery } from "../../../webhooks/index.ts";
import { presentInstant, presentInstantOrNull } from "../callouts/present-instant.ts";

/** A delivery as its partner reads it in the log. */
export function presentDelivery(delivery: LoggedDelivery): WebhookDelivery {
  const { subject, subjectId } = delivery;
  const idOf = (kind: LoggedDelivery["subject"]): number | null => (subject === kind ? subjectId : null);
  return {
    id: delivery.id,
    webhookId: delivery.webhookId,
    event: delivery.event,
    calloutId: idOf("callout"),
    customerId: idOf("customer"),
    subscriptionId: idOf("subscription"),
    sequence: delivery.sequence,
    state: delivery.state,
    happenedAt: presentInstant(delivery.happenedAt),
    attemptCount: delivery.attempts,
    lastAttemptAt: presentInstantOrNull(delivery.lastTryAt),
    lastStatus: delivery.status,
    lastFailure: delivery.failure,
    nextAttemptAt: presentInstantOrNull(delivery.dueAt),
    endedAt: presentInstantOrNull(delivery.endedAt),
  };
}

export function presentAttempt({ at, ...attempt }: LoggedAttempt): WebhookDeliveryRead["attempts"][number] {
  return { ...attempt, at: presentInstant(at) };
}
