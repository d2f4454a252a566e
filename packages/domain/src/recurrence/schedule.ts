/** How often a scheduled service happens (panic-v2 §7: repeatsConfig, with the dates it runs between). */
export interface Schedule {
  readonly type: "single" | "repeating";
  /** First day, in the time zone. A single service happens on it. */
  readonly dateFrom: Temporal.PlainDate;
  /** Last day that an occurrence may begin on. */
  readonly dateTo: Temporal.PlainDate;
  /** By the clock on the wall of the place. */
  readonly startTime: Temporal.PlainTime;
  /** How long after its start somebody must be there at the latest, in minutes that really pass. */
  readonly windowMinutes: number;
  /** 1 Monday … 7 Sunday. A single service has none. */
  readonly daysOfWeek: readonly number[];
  /** 1: each week; 2: every other week, counted from the week (Monday to Sunday) of `dateFrom`. */
  readonly intervalWeeks: number;
  /** Of the IANA list. */
  readonly timeZone: string;
}

/** One time that somebody is to be there. */
export interface Occurrence {
  readonly startsAt: Temporal.Instant;
  /** Exclusive: who is not there by then has missed it. */
  readonly endsAt: Temporal.Instant;
}
