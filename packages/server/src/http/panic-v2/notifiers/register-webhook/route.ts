import { registerWebhookRequest, webhookRegistered } from "@tocsin/wire";
import type { AppContext } from "../../../../context.ts";
import type { FieldError } from "../../../../errors.ts";
import { registerEndpoint } from "../../../../webhooks/index.ts";
import { operation } from "../../../route.ts";
import { presentRegistered } from "../present-webhook.ts";

export const registerWebhook = operation({
  method: "POST",
  path: "/panic-api/v2/notifiers/webhooks",
  operationId: "register-webhook",
  summary: "Register your webhook",
  description:
    "One for each tenant: registering again replaces it at once, what is pending goes to the new address, and the secret stays. " +
    "The address must be https and lead to the internet; where a name leads is judged each time we connect.",
  tag: "Webhooks",
  access: "server",
  body: registerWebhookRequest,
  judgeBody: (_caller, body, context) => judgeAddress(body, context),
  answers: { 201: webhookRegistered },
  errors: [],
  async handle({ context, caller, body, db }) {
    const endpoint = await registerEndpoint(context, db, caller.partner.customerSourceId, body);
    return { status: 201, body: presentRegistered(endpoint, context.clock.now()) };
  },
});

/** Whether this node would ever send there. What is no text is the schema's affair. */
function judgeAddress(body: unknown, { outbound }: AppContext): FieldError[] {
  const url = body !== null && typeof body === "object" && "url" in body ? body.url : undefined;
  if (typeof url !== "string" || url.trim() === "") return [];
  const message = outbound.judge(url);
  return message === null ? [] : [{ field: "url", message }];
}
