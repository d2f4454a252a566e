import { VirtualClock } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { createAttemptLimiter } from "./attempt-limiter.ts";

const wrong = async (): Promise<null> => null;
const right = async (): Promise<string> => "in";

async function wrongTimes(limiter: ReturnType<typeof createAttemptLimiter>, times: number): Promise<void> {
  for (let time = 0; time < times; time++) expect(await limiter.try("ann", wrong)).toBeNull();
}

test("The eleventh attempt after ten wrong ones is refused, a right one too, and says when to come back", async () => {
  const clock = new VirtualClock();
  const limiter = createAttemptLimiter(clock);
  await wrongTimes(limiter, 1);
  clock.advance({ minutes: 5 });
  await wrongTimes(limiter, 9);
  const refusal = limiter.try("ann", right);
  await expect(refusal).rejects.toMatchObject({
    code: "too-many-attempts",
    status: 429,
    retryAfterSeconds: 600,
  });
});

test("What the limiter refuses is not even tried", async () => {
  const limiter = createAttemptLimiter(new VirtualClock());
  await wrongTimes(limiter, 10);
  let tried = 0;
  const attempt = async (): Promise<null> => {
    tried++;
    return null;
  };
  await expect(limiter.try("ann", attempt)).rejects.toThrow("Too many");
  expect(tried).toBe(0);
});

test("At the instant it told, one more attempt is let through, and no second one", async () => {
  const clock = new VirtualClock();
  const limiter = createAttemptLimiter(clock);
  await wrongTimes(limiter, 1);
  clock.advance({ seconds: 1 });
  await wrongTimes(limiter, 9);
  clock.advance({ seconds: 899 });
  expect(await limiter.try("ann", wrong)).toBeNull();
  await expect(limiter.try("ann", right)).rejects.toMatchObject({ retryAfterSeconds: 1 });
});

test("A hundred guesses at once are no way round", async () => {
  const limiter = createAttemptLimiter(new VirtualClock());
  const gate = Promise.withResolvers<null>();
  const attempts = Array.from({ length: 100 }, () => limiter.try("ann", () => gate.promise));
  gate.resolve(null);
  const outcomes = await Promise.allSettled(attempts);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
});

test("Forty right ones at once are all let in", async () => {
  const limiter = createAttemptLimiter(new VirtualClock());
  const all = await Promise.all(Array.from({ length: 40 }, () => limiter.try("ann", right)));
  expect(new Set(all)).toEqual(new Set(["in"]));
});

test("Right attempts and failures of ours do not count", async () => {
  const limiter = createAttemptLimiter(new VirtualClock());
  const failing = (): Promise<null> => Promise.reject(new Error("no database"));
  for (let time = 0; time < 30; time++) {
    expect(await limiter.try("ann", right)).toBe("in");
    await expect(limiter.try("ann", failing)).rejects.toThrow("no database");
  }
  await wrongTimes(limiter, 9);
  expect(await limiter.try("ann", right)).toBe("in");
});

test("Names do not count for each other", async () => {
  const limiter = createAttemptLimiter(new VirtualClock());
  await wrongTimes(limiter, 10);
  expect(await limiter.try("bob", right)).toBe("in");
});

test("A clock that was set back locks nobody out for longer", async () => {
  const clock = new VirtualClock();
  const limiter = createAttemptLimiter(clock);
  await wrongTimes(limiter, 10);
  clock.advance({ hours: -24 });
  expect(await limiter.try("ann", right)).toBe("in");
});
