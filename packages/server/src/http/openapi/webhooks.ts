import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { webhookPayloads } from "@tocsin/wire";
import type { NamedSchemas } from "./named-schemas.ts";
import type { Content, Parameter, WebhookItem } from "./types.ts";

/** Event → a delivery's body: `contract/webhooks/<EVENT>.json`. */
export type Deliveries = ReadonlyMap<string, { readonly message: string }>;

const folder = new URL("../../../../../contract/webhooks/", import.meta.url);

/** Reads the contract's deliveries; none where the server runs without the repository around it. */
export function readDeliveries(): Deliveries {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return new Map(
    files
      .toSorted()
      .map((file) => [
        basename(file, ".json"),
        JSON.parse(readFileSync(new URL(file, folder), "utf8")) as { message: string },
      ]),
  );
}

/** What is sent to partners, by what it is about: the `webhooks` of OpenAPI 3.1. */
export function webhookItems(
  schemas: NamedSchemas,
  deliveries: Deliveries,
): Readonly<Record<string, WebhookItem>> {
  const items = Object.entries(webhookPayloads).map(([subject, payload]) => {
    const events: readonly string[] = payload.shape.message.options;
    const shown = events.flatMap((event) => {
      const value = deliveries.get(event);
      return value ? [[event, { summary: event, value }] as const] : [];
    });
    const schema = schemas.use(payload, "output");
    const content = { "application/json": { schema, examples: Object.fromEntries(shown) } };
    return [subject, { post: describeDelivery(subject, events, content) }] as const;
  });
  return Object.fromEntries(items);
}

function describeDelivery(subject: string, events: readonly string[], content: Content): WebhookItem["post"] {
  return {
    operationId: `webhook-${subject}`,
    summary: `Something happened to a ${subject}`,
    description:
      `Sent to the address of POST /panic-api/v2/notifiers/webhooks for the events asked for there: ${events.join(", ")}. At ` +
      "least once, in order for each callout, until it is answered with 2xx within 10 s or three days have passed.",
    tags: ["Webhooks"],
    parameters: deliveryHeaders,
    requestBody: { required: true, content },
    responses: { "2XX": { description: "Taken. Anything else, redirects included, is a failure." } },
  };
}

const text = { type: "string" } as const;
const deliveryHeaders: readonly Parameter[] = [
  header("webhook-id", "Names the event; the same on every try and replay.", text),
  header("webhook-timestamp", "When this try was made, in seconds since 1970.", { type: "integer" }),
  header(
    "webhook-signature",
    "Signatures of `<webhook-id>.<webhook-timestamp>.<body>` as in Standard Webhooks 1.0.0, separated by spaces: " +
      "`v1,` or `v1a,` and base64.",
    text,
  ),
  header("webhook-sequence", "Counts up for each callout.", { type: "integer" }),
];

function header(name: string, description: string, schema: Parameter["schema"]): Parameter {
  return { name, in: "header", required: true, description, schema };
}
