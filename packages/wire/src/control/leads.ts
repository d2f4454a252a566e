import { z } from "zod";
import { leadMembers, leadStatus } from "../leads/leads.ts";
import { pageCursor, pageLimit } from "../paging.ts";
import { optional } from "../scalars.ts";

export const listLeadsQuery = z.object({
  status: optional(leadStatus).describe("Those with this status alone."),
  limit: optional(pageLimit).describe("200 by default."),
  cursor: optional(pageCursor).describe("The nextCursor of the page before."),
});

export const updateLeadBody = z.object({ status: leadStatus });

export const controlLead = z.object({
  ...leadMembers,
  number: z.int().describe("Counts up in the order they came in; the audit names a lead by it."),
  customerSource: z.object({ id: z.int(), name: z.string() }),
});
export type WireControlLead = z.infer<typeof controlLead>;

/** The newest first. */
export const controlLeadPage = z.object({ leads: z.array(controlLead), nextCursor: z.string().nullable() });
