import { deletedAnswer } from "@tocsin/wire";
import { deleteEndpoint } from "../../../../webhooks/index.ts";
import { operation } from "../../../route.ts";

export const deleteWebhook = operation({
  method: "DELETE",
  path: "/panic-api/v2/notifiers/webhooks",
  operationId: "delete-webhook",
  summary: "End your webhook",
  description: "Nothing is sent any more, and its keys are forgotten: registering again makes new ones.",
  tag: "Webhooks",
  access: "server",
  answers: { 200: deletedAnswer },
  errors: ["not-found"],
  async handle({ caller, db }) {
    await deleteEndpoint(db, caller.partner.customerSourceId);
    return { status: 200, body: { message: "Webhook deleted." } };
  },
});
