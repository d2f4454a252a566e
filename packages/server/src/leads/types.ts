import type { LeadProgress, LeadStatus } from "@tocsin/domain";

export interface LeadInput {
  /** As the partner wrote it. */
  readonly mobileNumber: string;
  /** Whatever the partner knows of the person; null: nothing. */
  readonly customerData: Readonly<Record<string, unknown>> | null;
}

/** Somebody who may become a customer. */
export interface Lead extends LeadInput, LeadProgress {
  /** A UUID. */
  readonly id: string;
  /** Counts up over all partners: the order they came in. */
  readonly number: number;
  readonly customerSourceId: number;
  /** How it came in. */
  readonly source: string;
  readonly createdAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
}

/** A lead as the control room sees it. */
export interface ControlLead extends Lead {
  readonly customerSource: { readonly id: number; readonly name: string };
}

export interface LeadQuery {
  /** Null: whatever its status. */
  readonly status: LeadStatus | null;
  /** Leads below this number; null: from the newest on. */
  readonly beforeNumber: number | null;
  readonly limit: number;
}
