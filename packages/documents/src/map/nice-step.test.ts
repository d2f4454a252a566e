import fc from "fast-check";
import { expect, it } from "vitest";
import { niceStep } from "./nice-step.ts";

it.each([
  [0.3, 0.2],
  [1, 1],
  [4.99, 2],
  [7_400, 5_000],
])("takes %d for %d", (limit, step) => {
  expect(niceStep(limit)).toBe(step);
});

it("is 1, 2 or 5 times a power of ten, and uses at least two fifths of what it may", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e7, noNaN: true }), (limit) => {
      const step = niceStep(limit);
      expect(step).toBeLessThanOrEqual(limit * (1 + 1e-9));
      expect(step).toBeGreaterThan(limit * 0.399);
      expect(step.toExponential()).toMatch(/^[125]e/);
    }),
  );
});
