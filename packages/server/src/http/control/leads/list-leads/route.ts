import { controlLeadPage, listLeadsQuery, writeCursor } from "@tocsin/wire";
import { listLeads as list } from "../../../../leads/index.ts";
import { operation } from "../../../route.ts";
import { presentControlLead } from "../present-control-lead.ts";

const defaultLimit = 200;

export const listLeads = operation({
  method: "GET",
  path: "/control/v1/leads",
  operationId: "list-leads",
  summary: "List leads of all partners, the newest first",
  tag: "Control room: leads",
  access: "operator",
  query: listLeadsQuery,
  answers: { 200: controlLeadPage },
  errors: [],
  async handle({ context, query }) {
    const { status = null, limit = defaultLimit, cursor = null } = query;
    const { leads, nextBeforeNumber } = await list(context.db, { status, limit, beforeNumber: cursor });
    const nextCursor = nextBeforeNumber === null ? null : writeCursor(nextBeforeNumber);
    return { status: 200, body: { leads: leads.map(presentControlLead), nextCursor } };
  },
});
