/**
 * A Retry-After header in whole seconds from now: delta-seconds or an HTTP date (RFC 9110 §10.2.3).
 * @returns null for anything else; 0 for a date that is past
 */
export function readRetryAfter(text: string | undefined, now: Temporal.Instant): number | null {
  const plain = text?.trim() ?? "";
  if (/^\d{1,9}$/.test(plain)) return Number(plain);
  // Date.parse guesses from much else
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(plain)) return null;
  const at = Date.parse(plain);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now.epochMilliseconds) / 1000));
}
