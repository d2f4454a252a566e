/** The first line in which two texts differ, as a hint for who has to look; null when they are equal. */
export function firstDifference(committed: string, generated: string): string | null {
  if (committed === generated) return null;
  const before = committed.split("\n");
  const after = generated.split("\n");
  const line = after.findIndex((text, index) => text !== before[index]);
  const index = line === -1 ? after.length : line;
  return `line ${index + 1}\n  - ${before[index] ?? "(end of the file)"}\n  + ${after[index] ?? "(end of the file)"}`;
}
