import type { Lead } from "../../../leads/index.ts";
import { presentInstant, presentInstantOrNull } from "../callouts/present-instant.ts";

/** What both doors tell of a lead. */
export function presentLeadMembers(lead: Lead) {
  const { id, mobileNumber, customerSourceId, status, source, customerData } = lead;
  return {
    id,
    mobileNumber,
    customerSourceId,
    status,
    source,
    customerData,
    processingStartedAt: presentInstantOrNull(lead.processingStartedAt),
    convertedAt: presentInstantOrNull(lead.convertedAt),
    failedAt: presentInstantOrNull(lead.failedAt),
    createdAt: presentInstant(lead.createdAt),
    updatedAt: presentInstant(lead.updatedAt),
  };
}

export function presentLead(lead: Lead, message: string) {
  return { ...presentLeadMembers(lead), leadId: lead.id, message };
}
