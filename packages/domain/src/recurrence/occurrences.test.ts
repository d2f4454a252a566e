import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextOccurrence, occurrences } from "./occurrences.ts";
import type { Schedule } from "./schedule.ts";
import { expectedStarts } from "./testing/oracle.ts";

const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const time = (text: string): Temporal.PlainTime => Temporal.PlainTime.from(text);

const nightly: Schedule = {
  type: "repeating",
  dateFrom: date("2026-01-01"),
  dateTo: date("2030-12-31"),
  startTime: time("02:30"),
  windowMinutes: 60,
  daysOfWeek: [1, 2, 3, 4, 5, 6, 7],
  intervalWeeks: 1,
  timeZone: "Europe/Berlin",
};

const starts = (schedule: Schedule, from?: Temporal.Instant): string[] =>
  Array.from(occurrences(schedule, from), ({ startsAt }) => startsAt.toString());

const between = (schedule: Schedule, dateFrom: string, dateTo: string): string[] =>
  starts({ ...schedule, dateFrom: date(dateFrom), dateTo: date(dateTo) });

const fiveYears = 1826;
const zones = Intl.supportedValuesOf("timeZone");

/** Half of them at the hours in which clocks are changed. */
const startTimes = fc
  .oneof(fc.integer({ min: 0, max: 240 }), fc.integer({ min: 0, max: 1439 }))
  .map((minute) => new Temporal.PlainTime(Math.floor(minute / 60), minute % 60));

/** All five years at wide intervals, or a part of them at any. */
const spans = fc.oneof(
  fc.record({
    first: fc.constant(0),
    days: fc.constant(fiveYears),
    intervalWeeks: fc.integer({ min: 4, max: 52 }),
  }),
  fc.record({
    first: fc.integer({ min: 0, max: fiveYears - 1 }),
    days: fc.integer({ min: 0, max: 600 }),
    intervalWeeks: fc.integer({ min: 1, max: 8 }),
  }),
);

const schedules: fc.Arbitrary<Schedule> = fc
  .record({
    type: fc.constantFrom("single", "repeating", "repeating", "repeating"),
    startTime: startTimes,
    windowMinutes: fc.integer({ min: 1, max: 1440 }),
    daysOfWeek: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    timeZone: fc.constantFrom(...zones),
    span: spans,
  })
  .map(({ span: { first, days, intervalWeeks }, ...rest }) => {
    const dateFrom = nightly.dateFrom.add({ days: first });
    const end = Math.min(first + days, fiveYears - 1);
    return {
      ...rest,
      intervalWeeks,
      dateFrom,
      dateTo: nightly.dateFrom.add({ days: Math.max(first, end) }),
    };
  });

describe("an independent oracle agrees", () => {
  test("on 10,000 random schedules over five years, in every time zone there is", () => {
    let found = 0;
    const agrees = fc.property(schedules, (schedule) => {
      const actual = Array.from(occurrences(schedule), ({ startsAt }) => startsAt.epochMilliseconds);
      found += actual.length;
      expect(actual).toEqual(expectedStarts(schedule));
    });
    fc.assert(agrees, { numRuns: 10_000, seed: 20_260_115 });
    expect(found).toBeGreaterThan(200_000);
  });

  test.each([
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "America/Santiago",
  ])("on every night of a year at every quarter of an hour in %s", (timeZone) => {
    for (let minute = 0; minute < 240; minute += 15) {
      const schedule = {
        ...nightly,
        timeZone,
        dateTo: date("2026-12-31"),
        startTime: new Temporal.PlainTime(Math.floor(minute / 60), minute % 60),
      };
      const actual = Array.from(occurrences(schedule), ({ startsAt }) => startsAt.epochMilliseconds);
      expect(actual).toEqual(expectedStarts(schedule));
    }
  });
});

describe("daylight saving", () => {
  test("the clock on the wall is kept", () => {
    const morning = { ...nightly, startTime: time("08:00"), daysOfWeek: [1], intervalWeeks: 1 };
    expect(between(morning, "2026-03-23", "2026-03-30")).toEqual([
      "2026-03-23T07:00:00Z",
      "2026-03-30T06:00:00Z",
    ]);
  });

  test("what a gap skips starts at the first instant after it", () => {
    expect(between(nightly, "2026-03-28", "2026-03-30")).toEqual([
      "2026-03-28T01:30:00Z",
      "2026-03-29T01:00:00Z",
      "2026-03-30T00:30:00Z",
    ]);
    const lordHowe = { ...nightly, timeZone: "Australia/Lord_Howe", startTime: time("02:10") };
    expect(between(lordHowe, "2026-10-04", "2026-10-04")).toEqual(["2026-10-03T15:30:00Z"]);
  });

  test("what an overlap shows twice happens once, at the earlier", () => {
    expect(between(nightly, "2026-10-25", "2026-10-25")).toEqual(["2026-10-25T00:30:00Z"]);
  });

  test("a day that a zone skips altogether makes no second occurrence", () => {
    const apia = { ...nightly, timeZone: "Pacific/Apia", startTime: time("00:00") };
    expect(between(apia, "2011-12-29", "2011-12-31")).toEqual([
      "2011-12-29T10:00:00Z",
      "2011-12-30T10:00:00Z",
    ]);
    const noon = { ...apia, startTime: time("12:00") };
    expect(between(noon, "2011-12-30", "2011-12-31")).toEqual([
      "2011-12-30T10:00:00Z",
      "2011-12-30T22:00:00Z",
    ]);
  });

  test("a window is as long as it says, in time that really passes", () => {
    const schedule = {
      ...nightly,
      startTime: time("01:30"),
      windowMinutes: 90,
      dateFrom: date("2026-03-29"),
    };
    expect(nextOccurrence(schedule)?.endsAt.toString()).toBe("2026-03-29T02:00:00Z");
  });
});

describe("weeks", () => {
  const fortnightly: Schedule = { ...nightly, intervalWeeks: 2, daysOfWeek: [7, 2], timeZone: "UTC" };

  test("are counted from the week of the first day, Monday to Sunday, and days come in their order", () => {
    // 2026-01-14 is a Wednesday: its week's Tuesday is over, its Sunday is not
    expect(between(fortnightly, "2026-01-14", "2026-02-10")).toEqual([
      "2026-01-18T02:30:00Z",
      "2026-01-27T02:30:00Z",
      "2026-02-01T02:30:00Z",
      "2026-02-10T02:30:00Z",
    ]);
  });

  test("a day that is named twice is one day; without a day nothing happens", () => {
    expect(between({ ...fortnightly, daysOfWeek: [2, 2] }, "2026-01-12", "2026-01-18")).toHaveLength(1);
    expect(starts({ ...fortnightly, daysOfWeek: [] })).toEqual([]);
  });
});

describe("a single service", () => {
  test("happens once, on its first day, whatever days and weeks say", () => {
    const single: Schedule = { ...nightly, type: "single", daysOfWeek: [], intervalWeeks: 9 };
    expect(starts(single)).toEqual(["2026-01-01T01:30:00Z"]);
  });
});

describe("from an instant on", () => {
  test("there is what there is without it, but for what starts before it", () => {
    const later = fc.property(
      schedules,
      fc.integer({ min: 0, max: fiveYears * 1440 }),
      (schedule, minutes) => {
        const from = Temporal.Instant.from("2026-01-01T00:00Z").add({ minutes });
        const all = Array.from(occurrences(schedule), ({ startsAt }) => startsAt);
        const expected = all.find((startsAt) => Temporal.Instant.compare(startsAt, from) >= 0);
        expect(nextOccurrence(schedule, from)?.startsAt.toString()).toBe(expected?.toString());
      },
    );
    fc.assert(later, { numRuns: 300, seed: 7 });
  });

  test("an occurrence that starts just then is one of them", () => {
    const [second = ""] = starts(nightly, Temporal.Instant.from("2026-01-02T01:30:00Z"));
    expect(second).toBe("2026-01-02T01:30:00Z");
  });

  test("a schedule without an end costs no more than one with an end", () => {
    const endless = { ...nightly, dateTo: date("9999-12-31"), intervalWeeks: 3 };
    const from = Temporal.Instant.from("9000-01-01T00:00:00Z");
    expect(nextOccurrence(endless, from)?.startsAt.toString()).toMatch(/^9000-01-/);
    expect(nextOccurrence(nightly, Temporal.Instant.from("2031-01-01T00:00:00Z"))).toBeUndefined();
  });
});
