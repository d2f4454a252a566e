/** What an event is about. Each subject has a line of its own, in which deliveries keep their order. */
export type DeliverySubject = "callout" | "customer" | "subscription" | "test";

/** An event on its way to a partner's endpoint: one for each, however often it is tried. */
export interface Delivery {
  readonly customerSourceId: number;
  readonly id: number;
  /** Stable over retries and replays. */
  readonly webhookId: string;
  readonly event: string;
  readonly subject: DeliverySubject;
  readonly subjectId: number;
  /** 1, 2, 3 … in its line. */
  readonly sequence: number;
  readonly happenedAt: Temporal.Instant;
  /** Its lifetime counts from here: when it was given to its line, or replayed. */
  readonly madeAt: Temporal.Instant;
  /** Tries ever. */
  readonly attempts: number;
  /** Tries since {@link madeAt}. */
  readonly tries: number;
  readonly firstTryAt: Temporal.Instant | null;
}

/** The first of its line, with what is sent. */
export interface Head extends Delivery {
  readonly body: string;
}

/** What came of a try. */
export interface Outcome {
  readonly head: Head;
  readonly at: Temporal.Instant;
  readonly milliseconds: number;
  readonly status: number | null;
  /** Null: delivered. */
  readonly failure: string | null;
  readonly reason: string | null;
  /** The first KiB of the answer. */
  readonly answer: string | null;
  readonly verdict: Verdict;
}

export type Verdict =
  | { readonly state: "delivered" | "dead" }
  | {
      readonly state: "pending";
      readonly dueAt: Temporal.Instant;
      readonly heldUntil: Temporal.Instant | null;
    };

/** Columns of `webhook_delivery` (alias `d`) and `webhook_body` (alias `b`) that make a {@link Head}. */
export const headColumns = `d.customer_source_id as "customerSourceId", d.id, d.webhook_id as "webhookId", d.event, d.subject,
  d.subject_id as "subjectId", d.sequence, d.happened_at as "happenedAt", d.made_at as "madeAt", d.attempts, d.tries,
  d.first_try_at as "firstTryAt", b.body`;
