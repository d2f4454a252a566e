import { describe, expect, test } from "vitest";
import { describeIssues } from "../errors.ts";
import { createScheduledServiceRequest } from "./create.ts";

const repeatsConfig = { type: "repeating", startTime: "06:30", windowMinutes: 45, daysOfWeek: ["monday"] };
const config = { name: "Morning unlock", dateFrom: "2026-02-01", dateTo: "2026-12-31", repeatsConfig };
const newer = { customerId: 178001, scheduledRequestConfig: config, initialLocation: {} };
const older = { customerId: 178001, scheduledAt: "2026-07-20T14:00:00Z" };

const read = (body: unknown) => createScheduledServiceRequest.parse(body);

/** The bad members of a body, with what each should be. */
function wrong(body: unknown): Record<string, string> {
  const result = createScheduledServiceRequest.safeParse(body, { reportInput: true });
  const issues = result.success ? [] : describeIssues(result.error.issues);
  return Object.fromEntries(issues.map(({ field, message }) => [field, message]));
}
const withConfig = (changes: object) => ({ ...newer, scheduledRequestConfig: { ...config, ...changes } });
const withRepeats = (changes: object) => withConfig({ repeatsConfig: { ...repeatsConfig, ...changes } });

describe("the newer shape", () => {
  test("with everything", () => {
    const details = {
      numberOfGuards: 2,
      armedPreference: "armed",
      contacts: [{ name: "Thandi", mobileNumber: "+27821234567" }, { email: "gate@example.com" }],
    };
    const full = withConfig({ specialInstructions: "Ring twice.", details });
    const place = { latitude: -26.1, longitude: 28.05, formattedAddress: "1 Long Street" };
    expect(read({ ...full, initialLocation: place, somethingElse: 1 })).toEqual({
      customerId: 178001,
      name: "Morning unlock",
      specialInstructions: "Ring twice.",
      details: {
        numberOfGuards: 2,
        armedPreference: "armed",
        contacts: [
          { name: "Thandi", mobile: "+27821234567", email: null },
          { name: null, mobile: null, email: "gate@example.com" },
        ],
      },
      when: {
        kind: "calendar",
        type: "repeating",
        dateFrom: "2026-02-01",
        dateTo: "2026-12-31",
        startTime: "06:30",
        windowMinutes: 45,
        daysOfWeek: ["monday"],
        intervalWeeks: 1,
        timeZone: null,
      },
      place: { point: { latitude: -26.1, longitude: 28.05 }, formattedAddress: "1 Long Street" },
    });
  });

  test('"" and null count as absent for what may be absent', () => {
    const bare = withConfig({ specialInstructions: "", details: null });
    expect(read({ ...bare, initialLocation: { latitude: null, formattedAddress: "" } })).toMatchObject({
      specialInstructions: null,
      details: { numberOfGuards: null, armedPreference: null, contacts: [] },
      place: { point: null, formattedAddress: null },
    });
  });

  test.each([
    [
      ["MON", "Tuesday", " wed "],
      ["monday", "tuesday", "wednesday"],
    ],
    [
      [1, 6, 7, 0],
      ["monday", "saturday", "sunday", "sunday"],
    ],
  ])("days %j", (daysOfWeek, expected) => {
    expect(read(withRepeats({ daysOfWeek }))).toMatchObject({ when: { daysOfWeek: expected } });
  });

  test("a single service needs no days", () => {
    expect(wrong(withRepeats({ type: "single", daysOfWeek: undefined }))).toEqual({});
    expect(wrong(withRepeats({ type: "single", daysOfWeek: [] }))).toEqual({});
  });
});

describe("the older shape", () => {
  test("is an instant, with or without a place", () => {
    expect(read({ ...older, latitude: -26.1, longitude: 28.05 })).toMatchObject({
      name: null,
      when: { kind: "instant", at: new Date("2026-07-20T14:00:00Z") },
      place: { point: { latitude: -26.1, longitude: 28.05 }, formattedAddress: null },
    });
    expect(read({ ...older, scheduledAt: "2026-07-20T16:00:00+02:00" })).toMatchObject({
      when: { at: new Date("2026-07-20T14:00:00Z") },
      place: { point: null },
    });
  });

  test("gives way to the newer one when both are there", () => {
    expect(read({ ...older, ...newer })).toMatchObject({ when: { kind: "calendar" } });
    // and what it left in a body is not looked at
    expect(wrong({ ...newer, scheduledAt: "soon", latitude: "-26.1" })).toEqual({});
    expect(read({ ...newer, latitude: 1, longitude: 2 })).toMatchObject({ place: { point: null } });
  });
});

describe("what is wrong is named, all of it", () => {
  test("nothing at all", () => {
    expect(wrong({})).toEqual({
      customerId: "is required (an integer)",
      scheduledRequestConfig: "is required (a JSON object; the older `scheduledAt` is accepted)",
      initialLocation: "is required (a JSON object with latitude and longitude, or formattedAddress)",
    });
  });

  test("several members on several floors", () => {
    const body = {
      customerId: "178001",
      initialLocation: { latitude: 91, longitude: "28" },
      scheduledRequestConfig: {
        name: " ",
        dateFrom: "2026-02-30",
        dateTo: 20260301,
        details: { numberOfGuards: 0, contacts: [{}, 7] },
        repeatsConfig: { type: "weekly", startTime: "6:30", windowMinutes: "45", daysOfWeek: ["caturday"] },
      },
    };
    expect(Object.keys(wrong(body)).toSorted()).toEqual([
      "customerId",
      "initialLocation.latitude",
      "initialLocation.longitude",
      "scheduledRequestConfig.dateFrom",
      "scheduledRequestConfig.dateTo",
      "scheduledRequestConfig.details.contacts[0]",
      "scheduledRequestConfig.details.contacts[1]",
      "scheduledRequestConfig.details.numberOfGuards",
      "scheduledRequestConfig.name",
      "scheduledRequestConfig.repeatsConfig.daysOfWeek[0]",
      "scheduledRequestConfig.repeatsConfig.startTime",
      "scheduledRequestConfig.repeatsConfig.type",
      "scheduledRequestConfig.repeatsConfig.windowMinutes",
    ]);
  });

  test.each([
    "2026-2-1",
    "01/02/2026",
    "2026-13-01",
    "2026-02-29",
    "2026-02-01T00:00:00Z",
    "20260201",
    "tomorrow",
    1_769_904_000_000,
    {},
  ])("dateFrom %j", (dateFrom) => {
    expect(wrong(withConfig({ dateFrom }))).toEqual({
      "scheduledRequestConfig.dateFrom":
        "must be a date such as 2026-02-28; the time of day belongs into repeatsConfig.startTime",
    });
  });

  test("a date that is absent is required, not wrong", () => {
    expect(wrong(withConfig({ dateTo: undefined }))["scheduledRequestConfig.dateTo"]).toMatch(/^is required/);
  });

  test.each([
    "2026-07-20T14:00:00",
    "2026-07-20",
    "14:00",
    "20 July 2026",
    1_784_556_000,
    "2026-07-20T25:00:00Z",
  ])("scheduledAt %j", (scheduledAt) => {
    expect(wrong({ ...older, scheduledAt }).scheduledAt).toMatch(/^must be an ISO 8601 date and time with Z/);
  });

  test("dateTo before dateFrom", () => {
    expect(wrong(withConfig({ dateTo: "2026-01-31" }))).toEqual({
      "scheduledRequestConfig.dateTo": "must not be before dateFrom (2026-02-01)",
    });
    expect(wrong(withConfig({ dateTo: "2026-02-01" }))).toEqual({});
  });

  test.each([[[]], [undefined], [null]])("repeating on the days %j", (daysOfWeek) => {
    expect(wrong(withRepeats({ daysOfWeek }))).toEqual({
      "scheduledRequestConfig.repeatsConfig.daysOfWeek":
        "is required for repeating: at least one day of the week",
    });
  });

  test.each([8, -1, 1.5, "mo", "", true, null])("the day %j", (day) => {
    expect(Object.keys(wrong(withRepeats({ daysOfWeek: [day] })))).toEqual([
      "scheduledRequestConfig.repeatsConfig.daysOfWeek[0]",
    ]);
  });

  test.each([
    { startTime: "24:00" },
    { startTime: "06:30:00" },
    { startTime: 630 },
    { windowMinutes: 0 },
    { windowMinutes: 1441 },
    { windowMinutes: 4.5 },
    { intervalWeeks: 0 },
    { intervalWeeks: 53 },
    { timeZone: "Africa/Atlantis" },
    { timeZone: "+02:00" },
    { timeZone: 2 },
  ])("%j", (changes) => {
    const [member = ""] = Object.keys(changes);
    expect(Object.keys(wrong(withRepeats(changes)))).toEqual([
      `scheduledRequestConfig.repeatsConfig.${member}`,
    ]);
  });

  test("half a pair of coordinates", () => {
    expect(Object.keys(wrong({ ...newer, initialLocation: { latitude: 1 } }))).toEqual([
      "initialLocation.longitude",
    ]);
    expect(Object.keys(wrong({ ...older, longitude: 1 }))).toEqual(["latitude"]);
  });

  test("contacts that are none", () => {
    const contacts = (value: unknown) => Object.keys(wrong(withConfig({ details: { contacts: value } })));
    expect(contacts("Thandi")).toEqual(["scheduledRequestConfig.details.contacts"]);
    expect(contacts([{ name: "x".repeat(201) }])).toEqual([
      "scheduledRequestConfig.details.contacts[0].name",
    ]);
    expect(contacts(Array.from({ length: 21 }, () => ({ name: "x" })))).toEqual([
      "scheduledRequestConfig.details.contacts",
    ]);
  });
});
