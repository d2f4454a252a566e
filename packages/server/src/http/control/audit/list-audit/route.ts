import { auditPage, listAuditQuery, type WireAuditEntry, writeCursor } from "@tocsin/wire";
import { type AuditEntry, listAudit as list } from "../../../../audit/index.ts";
import { presentInstant } from "../../../panic-v2/callouts/present-instant.ts";
import { operation } from "../../../route.ts";

const defaultLimit = 200;

export const listAudit = operation({
  method: "GET",
  path: "/control/v1/audit",
  operationId: "list-audit",
  summary: "List who did what, the newest first",
  tag: "Control room: audit",
  access: "admin",
  query: listAuditQuery,
  answers: { 200: auditPage },
  errors: [],
  async handle({ context, query }) {
    const { limit = defaultLimit, cursor = null } = query;
    const { entries, nextBeforeId } = await list(context.db, { limit, beforeId: cursor });
    const nextCursor = nextBeforeId === null ? null : writeCursor(nextBeforeId);
    return { status: 200, body: { entries: entries.map(present), nextCursor } };
  },
});

function present(entry: AuditEntry): WireAuditEntry {
  return { ...entry, at: presentInstant(entry.at) };
}
