import { rotateWebhookSecretRequest, webhookSecretRotated } from "@tocsin/wire";
import { describeKeys, rotateKeys } from "../../../../webhooks/index.ts";
import { operation } from "../../../route.ts";
import { presentInstantOrNull } from "../../callouts/present-instant.ts";

export const rotateWebhookSecret = operation({
  method: "POST",
  path: "/panic-api/v2/notifiers/webhooks/secret/rotate",
  operationId: "rotate-webhook-secret",
  summary: "Change your webhook's signing keys",
  description:
    "New keys for `v1` and `v1a`. Until `previousKeysUntil` deliveries carry signatures by the earlier keys too, so that a " +
    "receiver which knows either accepts them. With `overlapSeconds` 0 earlier keys end at once: for a secret that leaked. At " +
    "most three earlier keys are kept.",
  tag: "Webhooks",
  access: "server",
  body: rotateWebhookSecretRequest,
  answers: { 200: webhookSecretRotated },
  errors: ["not-found"],
  async handle({ context, caller, body, db }) {
    const endpoint = await rotateKeys(context, db, caller.partner.customerSourceId, body);
    const { secret, publicKey, previousUntil } = describeKeys(endpoint, context.clock.now());
    return {
      status: 200,
      body: {
        message: "Signing keys changed.",
        signingSecret: secret,
        signingPublicKey: publicKey,
        previousKeysUntil: presentInstantOrNull(previousUntil),
      },
    };
  },
});
