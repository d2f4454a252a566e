import type { Queryable } from "../db/index.ts";
import { listLeadRows } from "./lead-store.ts";
import type { ControlLead, LeadQuery } from "./types.ts";

export interface LeadPage {
  /** The newest first. */
  readonly leads: readonly ControlLead[];
  /** The number that the next page starts below; null on the last page. */
  readonly nextBeforeNumber: number | null;
}

/** Leads of all partners, for the control room. */
export async function listLeads(db: Queryable, query: LeadQuery): Promise<LeadPage> {
  const rows = await listLeadRows(db, { ...query, limit: query.limit + 1 });
  const leads = rows.slice(0, query.limit);
  const last = leads.at(-1);
  return { leads, nextBeforeNumber: rows.length > query.limit && last ? last.number : null };
}
