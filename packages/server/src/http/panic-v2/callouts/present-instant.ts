export function presentInstant(instant: Temporal.Instant): string {
  return instant.toString({ fractionalSecondDigits: 3 });
}

export function presentInstantOrNull(instant: Temporal.Instant | null): string | null {
  return instant && presentInstant(instant);
}
