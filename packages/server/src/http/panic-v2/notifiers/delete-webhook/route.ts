import { deletedAnswer } from "@tocsin/wire";
import { deleteEndpoint } from "../../../../webhooks/index.ts";
import { operation } from "../../../route.ts";

export const deleteWebhook = operation({
  method: "DELETE",
  path: "/panic-api/v2/notifiers/webhooks",
  operationId: "delete-webhook",
  summary: "End your webhook",
  description:
    "Nothing is sent any more: what was still to be sent is dropped (it can be replayed to another webhook), and the keys are " +
    "forgotten: registering again makes new ones.",
  tag: "Webhooks",
  access: "server",
  answers: { 200: deletedAnswer },
  errors: ["not-found"],
  async handle({ context, caller, db }) {
    const dropped = await deleteEndpoint(context, db, caller.partner.customerSourceId);
    const pending =
      dropped === 1
        ? "1 event that was still to be sent was"
        : `${dropped} events that were still to be sent were`;
    const message = dropped === 0 ? "Webhook deleted." : `Webhook deleted; ${pending} dropped.`;
    return { status: 200, body: { message } };
  },
});
