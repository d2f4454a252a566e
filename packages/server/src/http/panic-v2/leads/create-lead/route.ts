import { createLeadRequest, lead } from "@tocsin/wire";
import { createLead as create } from "../../../../leads/index.ts";
import { operation } from "../../../route.ts";
import { presentLead } from "../present-lead.ts";

export const createLead = operation({
  method: "POST",
  path: "/panic-api/v2/leads",
  operationId: "create-lead",
  summary: "Hand over somebody who may become a customer",
  description:
    "The control room works leads and says how far each is. The same number sent twice is two leads; send an `Idempotency-Key` " +
    "when you mean to try again.",
  tag: "Leads",
  access: "server",
  body: createLeadRequest,
  answers: { 201: lead },
  errors: [],
  async handle({ context, caller, body, db }) {
    const made = await create({ ...context, db }, caller.partner.customerSourceId, body);
    return { status: 201, body: presentLead(made, "Lead created.") };
  },
});
