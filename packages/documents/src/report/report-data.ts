import type { Position } from "../map/map-input.ts";

/**
 * What a resolution report tells, as plain data: the members of panic-v2 §5 (`resolutionReport`) and what a reader needs
 * to know around them. Words that a person reads come ready; times are instants and are written in the zone given here.
 */
export interface ReportData {
  readonly calloutId: number;
  /** `attended`, `falseAlarm`, …: as the wire says it. */
  readonly outcome: string;
  /** The tenant the callout belongs to. */
  readonly customerSourceName: string;
  /** Who it was for; null when it was for the tenant itself. */
  readonly customerName: string | null;
  /** Null when the callout was raised for a person. */
  readonly site: ReportSite | null;
  /** `Security response` */
  readonly responseType: string;
  /** `REAL`, `TEST` or `UNVERIFIED`. */
  readonly classification: string;
  readonly internalTest: boolean;
  /** IANA name, for the local times. */
  readonly timeZone: string;
  readonly createdAt: Temporal.Instant;
  readonly dispatchedAt: Temporal.Instant | null;
  readonly arrivedAt: Temporal.Instant | null;
  readonly completedAt: Temporal.Instant | null;
  readonly closedAt: Temporal.Instant;
  /** When this report was made: what came later (a rating, an exception reason) is not in it. */
  readonly issuedAt: Temporal.Instant;
  readonly secondsToDispatch: number | null;
  readonly secondsToArrival: number | null;
  readonly secondsToResolution: number | null;
  /** Where help was wanted at the end; null when nobody knew. */
  readonly place: Position | null;
  /** Where it was wanted before, in the order of time; empty when nobody moved. */
  readonly earlierPlaces: readonly Position[];
  /** In the order in which they were sent. */
  readonly responders: readonly ReportResponder[];
  /** In the order of their sequence; numbers may be missing where the reader does not see every entry. */
  readonly timeline: readonly ReportEntry[];
  readonly exceptionReasons: readonly ReportExceptionReason[];
  readonly rating: ReportRating | null;
  /** What the timeline can be checked by. */
  readonly verification: { readonly algorithm: string; readonly hash: string };
}

export interface ReportSite {
  readonly name: string;
  readonly address: string | null;
  readonly externalReferenceId: string;
}

export interface ReportResponder {
  readonly name: string;
  readonly callSign: string | null;
  readonly vehicle: string | null;
  readonly supplier: string | null;
  /** Sent by a controller, without an offer. */
  readonly byHand: boolean;
  /** `assigned`, `onScene`, `completed`, `aborted` or `stoodDown`. */
  readonly state: string;
  readonly assignedAt: Temporal.Instant;
  readonly arrivedAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
  /** In the order of time. */
  readonly track: readonly Position[];
}

export interface ReportEntry {
  readonly sequence: number;
  readonly at: Temporal.Instant;
  /** Who caused it, as a reader knows them: `Control room: N. Mbeki`. */
  readonly actor: string;
  /** What happened, in our words. */
  readonly text: string;
  /** What somebody wrote about it: a comment, a reason, notes. In any language, so it stands by itself. */
  readonly quote: string | null;
  /** Hexadecimal; chained to the one before. */
  readonly hash: string;
}

export interface ReportExceptionReason {
  readonly reason: string;
  readonly notes: string | null;
  readonly at: Temporal.Instant;
}

export interface ReportRating {
  /** 1 to 5. */
  readonly rating: number;
  readonly details: string | null;
  /** Single things that were praised or not. */
  readonly items: readonly string[];
}
