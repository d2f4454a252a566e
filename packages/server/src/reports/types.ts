import type { ReportData, ReportRating, ReportResponder } from "@tocsin/documents";

/** What is told of a callout when it is over: what the document shows, and the ids that programs go by. */
export interface Report extends ReportData {
  /** The path of its map, for whoever may have it. */
  readonly mapPath: string;
  readonly secondsToResolution: number;
  readonly responders: readonly SentInReport[];
  readonly exceptionReasons: readonly ReasonInReport[];
  readonly rating: RatingInReport | null;
}

export interface SentInReport extends ReportResponder {
  readonly responderId: number;
  readonly supplierId: number;
}

export interface ReasonInReport {
  readonly id: number;
  readonly exceptionReasonId: number;
  readonly reason: string;
  readonly notes: string | null;
  readonly at: Temporal.Instant;
}

export interface RatingInReport extends ReportRating {
  readonly id: number;
  readonly mayBeContacted: boolean | null;
}
