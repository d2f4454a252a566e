import type { Capabilities } from "../capabilities.ts";

const bytes = 16;

/** What a delivery is known by for ever; without a full stop, which Standard Webhooks forbids. */
export function newWebhookId({ random }: Pick<Capabilities, "random">): string {
  return `msg_${random.bytes(bytes).toString("base64url")}`;
}
