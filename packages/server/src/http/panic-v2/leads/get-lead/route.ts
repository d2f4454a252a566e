import { lead, leadParams } from "@tocsin/wire";
import { getLead as get } from "../../../../leads/index.ts";
import { operation } from "../../../route.ts";
import { presentLead } from "../present-lead.ts";

export const getLead = operation({
  method: "GET",
  path: "/panic-api/v2/leads/:leadId",
  operationId: "get-lead",
  summary: "Read how far a lead is",
  tag: "Leads",
  access: "server",
  params: leadParams,
  answers: { 200: lead },
  errors: ["not-found"],
  async handle({ caller, params, db }) {
    const found = await get(db, caller.partner.customerSourceId, params.leadId);
    return { status: 200, body: presentLead(found, "Lead found.") };
  },
});
