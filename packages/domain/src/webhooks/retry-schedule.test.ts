import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextTry, webhookLifetimeSeconds } from "./retry-schedule.ts";

/** When an event is tried whose every try takes `takesSeconds` and fails, counted from the first. */
function tries(unit: () => number, takesSeconds = 0): number[] {
  const at = [0];
  for (let now = 0; ; ) {
    now += takesSeconds;
    const failed = {
      sinceMadeSeconds: now,
      sinceFirstTrySeconds: now,
      tries: at.length,
      retryAfterSeconds: null,
    };
    const next = nextTry(failed, unit());
    if (next.kind === "dead") return at;
    now += next.waitSeconds;
    at.push(now);
  }
}

const hour = 3_600;
const day = 24 * hour;
const between = (from: number, to: number) => (at: number) => at > from && at <= to;
const units = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
  minLength: 50,
  maxLength: 50,
});
const failedTry = fc.record({
  sinceMadeSeconds: fc.double({ min: 0, max: 5 * day, noNaN: true }),
  sinceFirstTrySeconds: fc.double({ min: 0, max: 5 * day, noNaN: true }),
  tries: fc.integer({ min: 1, max: 2_000 }),
  retryAfterSeconds: fc.option(fc.integer({ min: 0, max: 10 * day })),
});

/** Goes round the same numbers for ever. */
function source(numbers: readonly number[]): () => number {
  let index = 0;
  return () => numbers[index++ % numbers.length] ?? 0;
}

describe("the schedule of tries", () => {
  test("without jitter is that of the contract, to the second", () => {
    const at = tries(() => 0.5);
    expect(at.slice(0, 6)).toEqual([0, 1, 3, 10, 40, 70]);
    // 10 s + 30 s … up to the hour, then every 5 min up to the day, then every hour
    expect(at.filter(between(10, hour))).toHaveLength(119);
    expect(at.filter(between(hour, day))).toHaveLength(276);
    expect(at.filter(between(day, 3 * day))).toHaveLength(49);
    expect(at.at(-1)).toBe(3 * day);
  });

  test("jitter moves each try by at most a tenth of its wait", () => {
    fc.assert(
      fc.property(units, (numbers) => {
        const at = tries(source(numbers));
        const waits = at.slice(1, 5).map((each, index) => each - (at[index] ?? 0));
        for (const [index, wait] of [1, 2, 7, 30].entries()) {
          expect(waits[index]).toBeGreaterThanOrEqual(wait * 0.9 - 1e-6);
          expect(waits[index]).toBeLessThanOrEqual(wait * 1.1 + 1e-6);
        }
        expect(at.at(-1)).toBe(3 * day);
      }),
      { numRuns: 30 },
    );
  });

  test("a receiver that hangs is left as long after each try as one that refuses", () => {
    expect(tries(() => 0.5, 10).slice(0, 6)).toEqual([0, 11, 23, 40, 80, 120]);
  });

  test("early tries cost none of the scheduled ones: 10 s after the first there is another, however many there were", () => {
    const again = (sinceFirstTrySeconds: number, number: number) =>
      nextTry({ sinceMadeSeconds: 60, sinceFirstTrySeconds, tries: number, retryAfterSeconds: null }, 0.5);
    expect(again(0.2, 9)).toMatchObject({ waitSeconds: 1 });
    expect(again(1.8, 9)).toMatchObject({ waitSeconds: 2 });
    expect(again(4, 9)).toMatchObject({ waitSeconds: 7 });
    expect(again(8, 9)).toMatchObject({ waitSeconds: 30 });
  });
});

describe("after any failed try", () => {
  test("it is dead exactly when three days are over; the last try is then", () => {
    fc.assert(
      fc.property(failedTry, fc.double({ min: 0, max: 0.999, noNaN: true }), (failed, unit) => {
        const next = nextTry(failed, unit);
        expect(next.kind).toBe(failed.sinceMadeSeconds >= webhookLifetimeSeconds ? "dead" : "again");
        if (next.kind === "dead") return;
        expect(next.waitSeconds).toBeGreaterThan(0);
        expect(failed.sinceMadeSeconds + next.waitSeconds).toBeLessThanOrEqual(webhookLifetimeSeconds + 1e-6);
      }),
    );
  });

  test("the receiver is left in peace as long as it asks, an hour at most, and never tried sooner than without asking", () => {
    fc.assert(
      fc.property(failedTry, fc.double({ min: 0, max: 0.999, noNaN: true }), (failed, unit) => {
        const [next, unasked] = [
          nextTry(failed, unit),
          nextTry({ ...failed, retryAfterSeconds: null }, unit),
        ];
        if (next.kind === "dead" || unasked.kind === "dead") return;
        const left = webhookLifetimeSeconds - failed.sinceMadeSeconds;
        expect(next.heldSeconds).toBe(Math.min(failed.retryAfterSeconds ?? 0, hour, left));
        expect(next.waitSeconds).toBe(Math.max(unasked.waitSeconds, next.heldSeconds));
      }),
    );
  });
});
