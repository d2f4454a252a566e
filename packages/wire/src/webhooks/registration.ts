import { z } from "zod";
import { instant, integer, optional, requiredText } from "../scalars.ts";
import { webhookEvent, webhookEvents } from "./events.ts";
import { webhookHeaders } from "./headers.ts";

const signatureScheme = z.enum(["v1", "v1a"]);

/** Each once, in the order in which they came. */
function listOf<Schema extends z.ZodType>(schema: Schema, expected: string) {
  return z
    .array(schema)
    .min(1, expected)
    .max(100, "must have at most 100 entries")
    .transform((list) => [...new Set(list)]);
}

/** Body of POST /notifiers/webhooks. Where the address leads is judged beside it (the operator's rules). */
export const registerWebhookRequest = z
  .object({
    url: requiredText(2_048)
      .refine((url) => url.trim() === "" || !/\s/.test(url), "must not hold white space")
      .describe("https, reachable from the internet, without user name or password."),
    events: listOf(webhookEvent, `must name at least one event; there are ${webhookEvents.join(", ")}`),
    method: optional(z.literal("webhook", { error: 'must be "webhook"' }))
      .transform((method) => method ?? "webhook")
      .meta({ default: "webhook" }),
    headers: optional(webhookHeaders).transform((headers) => headers ?? {}),
    signatures: optional(listOf(signatureScheme, 'must name at least one scheme: "v1", "v1a"'))
      .transform((schemes) => schemes ?? ["v1" as const])
      .describe("How deliveries are signed: v1 (HMAC-SHA256, the default), v1a (ed25519), or both."),
  })
  .meta({ id: "RegisterWebhook" });

const webhookConfig = z.object({
  url: z.string(),
  events: z.array(z.string()),
  method: z.string(),
  headers: z.record(z.string(), z.string()),
  signatures: z.array(signatureScheme),
});

const signingSecret = z
  .string()
  .describe("`whsec_` and the HMAC key in base64: what receivers verify `v1` signatures with.");
const signingPublicKey = z
  .string()
  .describe("`whpk_` and the ed25519 public key in base64: what receivers verify `v1a` signatures with.");

const previousKeysUntil = instant
  .nullable()
  .describe("Until when deliveries are signed with earlier keys too; null: with none any more.");

/** 201 of POST /notifiers/webhooks. */
export const webhookRegistered = z
  .object({
    message: z.string(),
    notifier: z.object({ config: z.array(webhookConfig), signingSecret, signingPublicKey }),
  })
  .meta({ id: "WebhookRegistered" });
export type WebhookRegistered = z.infer<typeof webhookRegistered>;

/** 200 of GET /notifiers/webhooks. */
export const webhookShown = z
  .object({
    message: z.string(),
    notifier: z.object({
      config: z.array(webhookConfig).describe("Values of headers are shown as •••."),
      signingPublicKey,
      signingKeysSince: instant.describe("When the keys that count were made."),
      previousKeysUntil,
      createdAt: instant,
      updatedAt: instant,
    }),
  })
  .meta({ id: "Webhook" });
export type WebhookShown = z.infer<typeof webhookShown>;

/** Body of POST /notifiers/webhooks/secret/rotate; may be absent. */
export const rotateWebhookSecretRequest = z.preprocess(
  (body) => body ?? {},
  z
    .object({
      overlapSeconds: optional(integer.min(0).max(604_800))
        .transform((seconds) => seconds ?? 86_400)
        .describe("For how long earlier keys sign too: a day (86400) unless given, a week at most."),
    })
    .meta({ id: "RotateWebhookSecret" }),
);

/** 200 of POST /notifiers/webhooks/secret/rotate. */
export const webhookSecretRotated = z
  .object({ message: z.string(), signingSecret, signingPublicKey, previousKeysUntil })
  .meta({ id: "WebhookSecretRotated" });
