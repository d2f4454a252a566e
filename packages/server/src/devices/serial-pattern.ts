/**
 * A small part of regular expressions: characters, classes in brackets and counts, and alternatives of those. Without groups and
 * open counts no serial, however long, takes longer than a moment to compare.
 */
const piece = String.raw`(?:\[[\w.:-]+\]|\\d|[\w:-])(?:\{\d{1,2}(?:,\d{1,2})?\})?`;
const sequence = new RegExp(`^(?:${piece})+$`);
const variableCount = /\{\d+,\d+\}/g;
const mostVariableCounts = 3;

/** What is wrong with a pattern; null: nothing. */
export function checkSerialPattern(pattern: string): string | null {
  if (pattern.length > 512) return "must be at most 512 characters long";
  const alternatives = pattern.split("|");
  if (!alternatives.every((each) => sequence.test(each)))
    return "must be made of letters, digits, : - _, classes in brackets, \\d, counts {n} or {n,m}, and | between alternatives";
  if (alternatives.some((each) => (each.match(variableCount)?.length ?? 0) > mostVariableCounts))
    return `must have at most ${mostVariableCounts} counts of the form {n,m} in an alternative`;
  return isRegularExpression(pattern)
    ? null
    : "must be a regular expression: a range or a count runs backwards";
}

function isRegularExpression(pattern: string): boolean {
  try {
    return new RegExp(pattern) instanceof RegExp;
  } catch {
    return false;
  }
}

/** Whether a serial is one of this pattern, whatever the case of its letters. */
export function matchesSerial(pattern: string, serial: string): boolean {
  return new RegExp(`^(?:${pattern})$`, "i").test(serial);
}
