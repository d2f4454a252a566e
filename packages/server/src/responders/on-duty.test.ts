import { expect, test } from "vitest";
import { isOnDuty } from "./on-duty.ts";

const now = Temporal.Instant.from("2026-01-15T08:00:00Z");
const facts = { onDuty: true, dutyUntil: null, disabledAt: null };

test("On duty until the shift's time, and never when disabled", () => {
  expect(isOnDuty(facts, now)).toBe(true);
  expect(isOnDuty({ ...facts, onDuty: false }, now)).toBe(false);
  expect(isOnDuty({ ...facts, dutyUntil: now.add({ seconds: 1 }) }, now)).toBe(true);
  expect(isOnDuty({ ...facts, dutyUntil: now }, now)).toBe(false);
  expect(isOnDuty({ ...facts, disabledAt: now }, now)).toBe(false);
});
