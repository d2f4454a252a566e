export interface SubscriptionWindow {
  readonly validFrom: Temporal.Instant;
  /** Not part of it. */
  readonly validTo: Temporal.Instant;
}

/**
 * The window that a partner asks for: from now and for a year unless it says otherwise (panic-v2 §6). A year is one of the
 * calendar, counted in UTC: 29 February leads to 28 February.
 * @returns null when it would end before it has begun
 */
export function subscriptionWindow(
  from: Temporal.Instant | null,
  to: Temporal.Instant | null,
  now: Temporal.Instant,
): SubscriptionWindow | null {
  const validFrom = from ?? now;
  const validTo = to ?? validFrom.toZonedDateTimeISO("UTC").add({ years: 1 }).toInstant();
  return Temporal.Instant.compare(validFrom, validTo) < 0 ? { validFrom, validTo } : null;
}
