import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DeviceTemplate, deviceEventTypes, deviceMessageTypes } from "./device-template.ts";
import { readMessage } from "./read-message.ts";

const plain: DeviceTemplate = { serialPattern: ".", responseTypeId: 1, members: {}, payload: {}, events: [] };

/** A tracker: kind, battery in half percents, position little-endian, all of it in eleven bytes. */
const tracker: DeviceTemplate = {
  ...plain,
  members: { code: { path: "report.code" }, batteryLevel: { path: "report.volts", scale: 20 } },
  payload: {
    alarm: { offset: 0, length: 1, type: "uint", bits: { lowest: 0, count: 1 } },
    test: { offset: 0, length: 1, type: "uint", bits: { lowest: 1, count: 1 } },
    batteryLevel: { offset: 1, length: 1, type: "uint", scale: 0.5, none: [255] },
    latitude: { offset: 2, length: 4, type: "int", endian: "little", scale: 1e-7 },
    longitude: { offset: 6, length: 4, type: "int", endian: "little", scale: 1e-7 },
    accuracy: { offset: 10, length: 1, type: "uint" },
  },
  events: [
    { when: { alarm: 1 }, events: ["NEW_CALLOUT", "LOCATION_UPDATE"] },
    { when: { test: 1 }, events: ["HEALTH_CHECK", "BATTERY"] },
    { when: { code: ["E120", "E122"] }, events: ["NEW_CALLOUT"] },
    { when: { code: "R120" }, events: ["CANCEL_CALLOUT"] },
  ],
};
const position = "a84c72f080bc0e11";

describe("a message type that every device may send", () => {
  test.each(Object.entries(deviceMessageTypes))("%s is %s", (id, type) => {
    expect(readMessage(plain, { message_type: Number(id) }).events).toEqual([type]);
  });

  test.each([0, 6, "1", null, undefined, 1.5, [1]])("%j means nothing", (message_type) => {
    expect(readMessage(plain, { message_type }).events).toEqual([]);
  });
});

describe("what every device may send beside it", () => {
  const location = { latitude: -26.0919, longitude: 28.084, accuracy: 70 };

  test("where it is and how full its battery is", () => {
    expect(readMessage(plain, { message_type: 1, location, battery_level: 55.5 })).toEqual({
      events: ["NEW_CALLOUT"],
      position: location,
      batteryLevel: 55.5,
      problems: [],
    });
  });

  test("goes before what a template reads elsewhere, place and accuracy together", () => {
    const sent = {
      location: { latitude: 1, longitude: 2 },
      battery_level: 3,
      payload_hex: `00c8${position}46`,
    };
    expect(readMessage(tracker, sent)).toMatchObject({
      position: { latitude: 1, longitude: 2, accuracy: null },
      batteryLevel: 3,
    });
  });

  test.each([
    [null],
    ["here"],
    [{}],
    [{ latitude: 91, longitude: 0 }],
    [{ latitude: "1", longitude: 2 }],
    [{ latitude: 0, longitude: Number.NaN }],
  ])("does not stand in the way of an alarm when it makes no sense: %j", (nowhere) => {
    const reading = readMessage(plain, { message_type: 1, location: nowhere, battery_level: 101 });
    expect(reading).toEqual({ events: ["NEW_CALLOUT"], position: null, batteryLevel: null, problems: [] });
  });
});

describe("a template", () => {
  test("reads several events, place and battery from one payload", () => {
    expect(readMessage(tracker, { payload_hex: `03c8${position}46` })).toEqual({
      events: ["NEW_CALLOUT", "LOCATION_UPDATE", "BATTERY", "HEALTH_CHECK"],
      position: { latitude: -26.0944728, longitude: 28.6178432, accuracy: 70 },
      batteryLevel: 100,
      problems: [],
    });
  });

  test.each([
    ["E120", ["NEW_CALLOUT"]],
    ["E122", ["NEW_CALLOUT"]],
    ["R120", ["CANCEL_CALLOUT"]],
    ["E999", []],
  ])("maps members of the message: %s", (code, events) => {
    expect(readMessage(tracker, { report: { code, volts: 3 } })).toMatchObject({ events, batteryLevel: 60 });
  });

  test("adds to the message type, and help goes before taking it back", () => {
    const alarm = { message_type: 3, payload_hex: "01" };
    expect(readMessage(tracker, alarm).events).toEqual(["NEW_CALLOUT", "LOCATION_UPDATE"]);
  });

  test("finds the alarm in what a damaged payload still holds, and says what is wrong", () => {
    expect(readMessage(tracker, { payload_hex: "01c8a8" })).toMatchObject({
      events: ["NEW_CALLOUT", "LOCATION_UPDATE"],
      position: null,
      batteryLevel: 100,
      problems: [
        "ends before latitude (byte 6 of 3)",
        "ends before longitude (byte 10 of 3)",
        "ends before accuracy (byte 11 of 3)",
      ],
    });
    const odd = readMessage(tracker, { payload_hex: "01c" });
    expect(odd.events).toContain("NEW_CALLOUT");
    expect(odd.problems[0]).toBe("must have two digits for each byte (there are 3)");
  });

  test("takes nothing for a place that is none on earth, and nothing for a battery beyond full", () => {
    const nowhere = { payload_hex: `00ff${"ff".repeat(4)}${"7f".repeat(4)}00` };
    expect(readMessage(tracker, nowhere)).toMatchObject({ position: null, batteryLevel: null });
    expect(readMessage(tracker, { report: { volts: 6 } }).batteryLevel).toBeNull();
  });

  test("knows no members that were not sent", () => {
    const inherited = { ...tracker, members: { code: { path: "constructor.name" } } };
    expect(
      readMessage({ ...inherited, events: [{ when: { code: "Object" }, events: ["BATTERY"] }] }, {}).events,
    ).toEqual([]);
  });

  test("may take every message for an alarm", () => {
    const always = { ...plain, events: [{ when: {}, events: ["NEW_CALLOUT" as const] }] };
    expect(readMessage(always, {}).events).toEqual(["NEW_CALLOUT"]);
  });
});

test("any message at all: it never throws, and names each event once and in order", () => {
  const report = fc.record({ code: fc.jsonValue(), volts: fc.jsonValue() }, { requiredKeys: [] });
  const messages = fc.record(
    {
      message_type: fc.oneof(fc.integer({ min: -1, max: 7 }), fc.jsonValue()),
      payload_hex: fc.oneof(fc.string(), fc.stringMatching(/^([0-9a-f]{2}){0,14}$/), fc.jsonValue()),
      report: fc.oneof(report, fc.jsonValue()),
      location: fc.oneof(fc.record({ latitude: fc.double(), longitude: fc.double() }), fc.jsonValue()),
      battery_level: fc.oneof(fc.double(), fc.jsonValue()),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(messages, (message) => {
      const { events, position: at, batteryLevel } = readMessage(tracker, message);
      expect(events).toEqual(deviceEventTypes.filter((type) => events.includes(type)));
      expect(Math.abs(at?.latitude ?? 0)).toBeLessThanOrEqual(90);
      expect(Math.abs(at?.longitude ?? 0)).toBeLessThanOrEqual(180);
      expect(batteryLevel ?? 0).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 1_000 },
  );
});
