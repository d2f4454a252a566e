/** How far a lead is: somebody who may become a customer (panic-v2 §7). */
export const leadStatuses = ["RECEIVED", "PROCESSING", "CONVERTED", "FAILED"] as const;
export type LeadStatus = (typeof leadStatuses)[number];

/** What a lead keeps of its way; null: that has not happened, or is no longer so. */
export interface LeadProgress {
  readonly status: LeadStatus;
  readonly processingStartedAt: Temporal.Instant | null;
  readonly convertedAt: Temporal.Instant | null;
  readonly failedAt: Temporal.Instant | null;
}

/**
 * Where each leads. Nothing goes back to RECEIVED, and nobody stops being a customer here; what failed may be
 * taken up again. Converting without having started would leave no trace of who was on it.
 */
export const leadSteps: Readonly<Record<LeadStatus, readonly LeadStatus[]>> = {
  RECEIVED: ["PROCESSING", "FAILED"],
  PROCESSING: ["CONVERTED", "FAILED"],
  CONVERTED: [],
  FAILED: ["PROCESSING"],
};

/**
 * The lead one step on; the same lead when it is there already; null when the step is not among {@link leadSteps}.
 * Work that starts again keeps the time it first started at, and the lead is no longer failed.
 */
export function stepLead<Lead extends LeadProgress>(
  lead: Lead,
  status: LeadStatus,
  now: Temporal.Instant,
): Lead | null {
  if (status === lead.status) return lead;
  if (!leadSteps[lead.status].includes(status)) return null;
  const { processingStartedAt } = lead;
  return {
    ...lead,
    status,
    processingStartedAt: status === "PROCESSING" ? (processingStartedAt ?? now) : processingStartedAt,
    convertedAt: status === "CONVERTED" ? now : null,
    failedAt: status === "FAILED" ? now : null,
  };
}
