/** The running deadlines of a callout; at most one of each kind at a time. */
export const deadlineKinds = [
  /** Rank the fleet and make the next offer. */
  "dispatch",
  /** The earliest live offer times out. */
  "offerExpiry",
  /** Nobody goes: alarm. */
  "unattended",
  /** Look whether those on the way come nearer. */
  "progress",
  /** On scene for too long: alarm. */
  "onScene",
  /** Completed or cancelled: close by itself. */
  "autoClose",
] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

export type DeadlineChange =
  | { readonly kind: DeadlineKind; readonly dueAt: Temporal.Instant }
  | { readonly kind: DeadlineKind; readonly dueAt: null };
