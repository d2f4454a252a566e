/**
 * The instant at which a wall clock shows this. Daylight saving makes two cases of their own (panic-v2 §7):
 * - the clock skips it: the first instant after the gap;
 * - the clock shows it twice: the earlier one, so that nobody is waited for an hour longer than agreed.
 */
export function startOf(local: Temporal.PlainDateTime, timeZone: string): Temporal.Instant {
  // in a gap "earlier" reads the clock as if it had gone forward already, which is an instant before the gap
  const earlier = local.toZonedDateTime(timeZone, { disambiguation: "earlier" });
  if (earlier.toPlainDateTime().equals(local)) return earlier.toInstant();
  const afterGap = earlier.getTimeZoneTransition("next");
  if (!afterGap) throw new RangeError(`${timeZone} skips ${local.toString()} and has no transition after it`);
  return afterGap.toInstant();
}
