/** The largest of …, 0.1, 0.2, 0.5, 1, 2, 5, 10, … that is not above `limit`. */
export function niceStep(limit: number): number {
  const power = 10 ** Math.floor(Math.log10(limit));
  const factor = [5, 2, 1].find((each) => each * power <= limit * (1 + 1e-9)) ?? 1;
  // 3 × 0.1 is 0.30000000000000004: the text of a number has no such tail.
  return Number((factor * power).toPrecision(1));
}
