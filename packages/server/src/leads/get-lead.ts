import type { Queryable } from "../db/index.ts";
import { notFound } from "../errors.ts";
import { findLead } from "./lead-store.ts";
import type { Lead } from "./types.ts";

/** @throws AppError `not-found`: no such lead, or another tenant's */
export async function getLead(db: Queryable, customerSourceId: number, id: string): Promise<Lead> {
  const lead = await findLead(db, customerSourceId, id);
  if (!lead) throw notFound(`Lead ${id}`);
  return lead;
}
