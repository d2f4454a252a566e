import { controlLead, leadParams, updateLeadBody } from "@tocsin/wire";
import { updateLead as update } from "../../../../leads/index.ts";
import { asActor } from "../../../../operators/index.ts";
import { operation } from "../../../route.ts";
import { presentControlLead } from "../present-control-lead.ts";

export const updateLead = operation({
  method: "PATCH",
  path: "/control/v1/leads/:leadId",
  operationId: "update-lead",
  summary: "Say how far a lead is",
  description:
    "RECEIVED → PROCESSING → CONVERTED; FAILED from either of the first two, and PROCESSING again from there. A lead that is there " +
    "already stays as it is.",
  tag: "Control room: leads",
  access: "operator",
  params: leadParams,
  body: updateLeadBody,
  answers: { 200: controlLead },
  errors: ["not-found", "lead-state"],
  async handle({ context, caller, params, body }) {
    const lead = await update(context, asActor(caller.operator), params.leadId, body);
    return { status: 200, body: presentControlLead(lead) };
  },
});
