import { nextOccurrence } from "@tocsin/domain";
import { describe, expect, test } from "vitest";
import { judgeSchedule, settleSchedule } from "./settle-schedule.ts";
import type { WantedTime } from "./types.ts";

const tenant = { timeZone: "Africa/Johannesburg" };
const nowhere = { point: null, formattedAddress: null };
const at = (latitude: number, longitude: number) => ({
  point: { latitude, longitude },
  formattedAddress: null,
});
const now = Temporal.Instant.from("2026-01-15T08:00:00Z");

const weekly: Extract<WantedTime, { kind: "calendar" }> = {
  kind: "calendar",
  type: "repeating",
  dateFrom: "2026-01-16",
  dateTo: "2026-06-30",
  startTime: "06:30",
  windowMinutes: 30,
  daysOfWeek: [1, 5],
  intervalWeeks: 1,
  timeZone: null,
};
const settle = (when: WantedTime, place: ReturnType<typeof at> | typeof nowhere = nowhere) =>
  settleSchedule({ when, place }, tenant);

describe("the time zone", () => {
  test.each([
    ["named", { ...weekly, timeZone: "Europe/Berlin" }, at(40.7, -74), "Europe/Berlin"],
    ["named in another letter case", { ...weekly, timeZone: "EUROPE/berlin" }, nowhere, "Europe/Berlin"],
    ["of the coordinates", weekly, at(40.7128, -74.006), "America/New_York"],
    ["of the tenant, where there are none", weekly, nowhere, "Africa/Johannesburg"],
    ["of the tenant, at sea", weekly, at(-30, -20), "Africa/Johannesburg"],
  ])("%s", (_which, when, place, timeZone) => {
    expect(settle(when, place).timeZone).toBe(timeZone);
  });
});

describe("the older shape's instant", () => {
  test("stays that instant, whatever clocks do there", () => {
    // the second 02:30 of Berlin's night, which a wall clock could not tell from the first
    for (const written of ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-07-20T14:00:30.250Z"]) {
      const instant = Temporal.Instant.from(written);
      const schedule = settle({ kind: "instant", at: instant }, at(52.52, 13.405));
      const occurrence = nextOccurrence(schedule);
      expect(occurrence?.startsAt.toString()).toBe(instant.toString());
      expect(occurrence?.endsAt.since(instant).total("minutes")).toBe(60);
    }
  });
});

describe("what is wrong at this moment", () => {
  const faults = (when: WantedTime) => judgeSchedule(settle(when), when.kind, now);
  const instant = (written: string): WantedTime => ({ kind: "instant", at: Temporal.Instant.from(written) });

  test.each([
    ["2026-01-15T08:05:00Z", []],
    ["2026-01-15T08:04:59.999Z", ["less than 5 minutes ahead"]],
    ["2026-01-15T08:00:00Z", ["less than 5 minutes ahead"]],
    ["2026-01-15T07:59:59.999Z", ["lies in the past"]],
  ])("an instant at %s", (written, expected) => {
    const found = faults(instant(written));
    expect(found.map(({ field }) => field)).toEqual(expected.map(() => "scheduledAt"));
    for (const [index, words] of expected.entries()) expect(found[index]?.message).toContain(words);
  });

  test("a schedule that began before now, though it goes on", () => {
    const begun = { ...weekly, dateFrom: "2026-01-12" };
    expect(faults(begun)).toEqual([
      { field: "scheduledRequestConfig.dateFrom", message: expect.stringContaining("2026-01-12T04:30:00Z") },
    ]);
    // its first day is none of its days of the week: it has not begun
    expect(faults({ ...weekly, dateFrom: "2026-01-13" })).toEqual([]);
  });

  test("one that would never happen", () => {
    const never = { ...weekly, dateTo: "2026-01-18", daysOfWeek: [3] };
    expect(faults(never).map(({ field }) => field)).toEqual([
      "scheduledRequestConfig.repeatsConfig.daysOfWeek",
    ]);
  });
});
