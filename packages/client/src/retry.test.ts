import fc from "fast-check";
import { expect, it } from "vitest";
import { defaultRetries, nextDelay } from "./retry.ts";

const now = Date.parse("2026-06-10T14:45:00Z");
const at = (tried: number, random = 0) => ({ tried, now, random });
const answered = (status: number | null, more: { errorCode?: string; retryAfter?: string } = {}) => ({
  status,
  errorCode: more.errorCode ?? null,
  retryAfter: more.retryAfter ?? null,
});

it.each([null, 429, 500, 502, 503, 504])("%j may pass, and is tried again", (status) => {
  expect(nextDelay(defaultRetries, answered(status), at(1))).not.toBeNull();
});

it.each([400, 401, 403, 404, 409, 413, 415])("%d is final", (status) => {
  expect(nextDelay(defaultRetries, answered(status), at(1))).toBeNull();
});

it("a request that is still in flight is asked for again", () => {
  const outcome = answered(409, { errorCode: "idempotency-key-in-use" });
  expect(nextDelay(defaultRetries, outcome, at(1))).not.toBeNull();
});

it("waits at least as long as the server asks for, in seconds or as a date", () => {
  expect(nextDelay(defaultRetries, answered(503, { retryAfter: "7" }), at(1))).toBe(7_000);
  const date = new Date(now + 3_000).toUTCString();
  expect(nextDelay(defaultRetries, answered(503, { retryAfter: date }), at(1))).toBe(3_000);
  expect(nextDelay(defaultRetries, answered(503, { retryAfter: "soon" }), at(1))).toBe(125);
});

it("gives up when the server asks for more time than it has", () => {
  expect(nextDelay(defaultRetries, answered(503, { retryAfter: "11" }), at(1))).toBeNull();
});

it("never waits longer than agreed, and never tries more often", () => {
  const policy = { ...defaultRetries, tries: 10 };
  const random = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), random, (tried, spread) => {
      expect(nextDelay(policy, answered(503), at(tried, spread))).toBeLessThanOrEqual(10_000);
      expect(nextDelay(policy, answered(503), at(tried + 9, spread))).toBeNull();
    }),
  );
});
