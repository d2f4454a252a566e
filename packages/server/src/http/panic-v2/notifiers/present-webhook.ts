import { hiddenHeaderValue, type WebhookRegistered, type WebhookShown } from "@tocsin/wire";
import { describeKeys, type WebhookEndpoint } from "../../../webhooks/index.ts";
import { presentInstant, presentInstantOrNull } from "../callouts/present-instant.ts";

/** What whoever registered it just now is shown: all of it, and the key to verify by. */
export function presentRegistered(endpoint: WebhookEndpoint, now: Temporal.Instant): WebhookRegistered {
  const { secret: signingSecret, publicKey: signingPublicKey } = describeKeys(endpoint, now);
  const config = presentConfig(endpoint, endpoint.headers);
  return { message: "Webhook registered.", notifier: { config, signingSecret, signingPublicKey } };
}

/** What is shown later: no secret of ours, and none that the partner put into a header. */
export function presentWebhook(endpoint: WebhookEndpoint, now: Temporal.Instant): WebhookShown {
  const hidden = Object.fromEntries(Object.keys(endpoint.headers).map((name) => [name, hiddenHeaderValue]));
  const { publicKey, since, previousUntil } = describeKeys(endpoint, now);
  return {
    message: "Webhook found.",
    notifier: {
      config: presentConfig(endpoint, hidden),
      signingPublicKey: publicKey,
      signingKeysSince: presentInstant(since),
      previousKeysUntil: presentInstantOrNull(previousUntil),
      createdAt: presentInstant(endpoint.createdAt),
      updatedAt: presentInstant(endpoint.updatedAt),
    },
  };
}

function presentConfig(
  { url, events, method, signatures }: WebhookEndpoint,
  headers: WebhookEndpoint["headers"],
): WebhookRegistered["notifier"]["config"] {
  return [{ url, events: [...events], method, headers, signatures: [...signatures] }];
}
