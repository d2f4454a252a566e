import type { Clock } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { insertLead } from "./lead-store.ts";
import type { Lead, LeadInput } from "./types.ts";

/** Keeps a lead that a partner sent. The same number twice is two leads: the control room knows what is one person. */
export async function createLead(
  { db, clock }: { readonly db: Queryable; readonly clock: Clock },
  customerSourceId: number,
  input: LeadInput,
): Promise<Lead> {
  return insertLead(db, customerSourceId, { ...input, source: "API" }, clock.now());
}
