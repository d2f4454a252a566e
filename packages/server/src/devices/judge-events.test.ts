import type { DeviceReading } from "@tocsin/domain";
import { describe, expect, test } from "vitest";
import { judgeEvents } from "./judge-events.ts";

const reading: DeviceReading = { events: [], position: null, batteryLevel: null, problems: [] };
const position = { latitude: 1, longitude: 2, accuracy: null };

describe("what is complete is done", () => {
  test.each<[Partial<DeviceReading>, readonly string[]]>([
    [{ events: ["NEW_CALLOUT"] }, ["NEW_CALLOUT"]],
    [{ events: ["LOCATION_UPDATE"], position }, ["LOCATION_UPDATE"]],
    [{ events: ["BATTERY"], batteryLevel: 0 }, ["BATTERY"]],
    [{ events: ["NEW_CALLOUT", "LOCATION_UPDATE", "BATTERY"] }, ["NEW_CALLOUT"]],
    [{ events: ["LOCATION_UPDATE", "HEALTH_CHECK"] }, ["HEALTH_CHECK"]],
    [{ events: ["NEW_CALLOUT"], problems: ["ends before it"] }, ["NEW_CALLOUT"]],
  ])("%j", (members, events) => {
    expect(judgeEvents({ ...reading, ...members })).toEqual(events);
  });
});

describe("what leaves nothing to be done is refused, by the member that would help", () => {
  test.each<[Partial<DeviceReading>, readonly string[]]>([
    [{}, ["message_type"]],
    [{ problems: ["ends before kind (byte 1 of 0)"] }, ["payload_hex"]],
    [{ events: ["LOCATION_UPDATE"] }, ["location"]],
    [{ events: ["BATTERY"] }, ["battery_level"]],
    [
      { events: ["LOCATION_UPDATE", "BATTERY"], problems: ["x"] },
      ["location", "battery_level", "payload_hex"],
    ],
  ])("%j", (members, fields) => {
    const named = fields.map((field) => ({ field, message: expect.any(String) }));
    expect(() => judgeEvents({ ...reading, ...members })).toThrow(
      expect.objectContaining({ code: "invalid-request", fields: named }),
    );
  });
});
