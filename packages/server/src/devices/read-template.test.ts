import { readMessage } from "@tocsin/domain";
import { describe, expect, test } from "vitest";
import { standardTypes } from "./device-types.ts";
import { readTemplate } from "./read-template.ts";

const minimal = { serialPattern: "[0-9]{8}" };
const payload = (field: object) => ({
  ...minimal,
  payload: { it: { offset: 0, length: 1, type: "uint", ...field } },
});

test("what is left out has its plain meaning", () => {
  expect(readTemplate(minimal)).toEqual({
    ...minimal,
    responseTypeId: null,
    members: {},
    payload: {},
    events: [],
  });
});

describe("a template with a mistake is refused, and the mistake is named", () => {
  test.each([
    [null, "expected object"],
    [{}, "serialPattern"],
    [{ serialPattern: "(a+)+" }, "serialPattern must be made of"],
    [{ serialPattern: "a*" }, "serialPattern must be made of"],
    [{ serialPattern: "[z-a]" }, "runs backwards"],
    [{ serialPattern: "a{1,9}b{1,9}c{1,9}d{1,9}" }, "at most 3 counts"],
    [{ ...minimal, serial: "x" }, "serial"],
    [{ ...minimal, responseTypeId: "1" }, "responseTypeId"],
    [{ ...minimal, members: { it: { path: "a..b" } } }, "members.it.path must be names joined by dots"],
    [payload({ offset: -1 }), "payload.it.offset"],
    [payload({ length: 9 }), "payload.it.length must be 1 to 8 bytes for an integer"],
    [payload({ type: "float", length: 3 }), "payload.it.length must be 4 or 8 bytes for a float"],
    [payload({ bits: { lowest: 7, count: 2 } }), "payload.it.bits must lie within 8 bits"],
    [payload({ type: "text", bits: { lowest: 0, count: 1 } }), "payload.it.bits must be left out"],
    [{ ...minimal, events: [{ when: { kind: 1 }, events: ["BATTERY"] }] }, "events.0.when.kind is no value"],
    [{ ...minimal, events: [{ when: {}, events: ["FIRE"] }] }, "events.0.events.0"],
    [{ ...minimal, events: [{ when: {}, events: [] }] }, "events.0.events"],
  ])("%j", (template, message) => {
    expect(() => readTemplate(template)).toThrow(message);
  });

  test("all mistakes at once", () => {
    const template = { serialPattern: "a*", payload: { it: { offset: -1, length: 0, type: "x" } } };
    for (const member of ["serialPattern", "payload.it.offset", "payload.it.length", "payload.it.type"])
      expect(() => readTemplate(template)).toThrow(member);
  });
});

describe("the types that come with the program", () => {
  test("have ids and names that never change", () => {
    expect(standardTypes.map(({ id, name }) => [id, name])).toEqual([
      [1, "GENERIC"],
      [2, "LORA_BUTTON"],
      [3, "GPS_TRACKER"],
      [4, "ALARM_PANEL"],
      [5, "PANIC_BUTTON"],
    ]);
  });

  test.each([
    ["LORA_BUTTON", { payload_hex: "01C8" }, ["NEW_CALLOUT"], { batteryLevel: 100 }],
    ["LORA_BUTTON", { payload_hex: "02ff" }, ["CANCEL_CALLOUT"], { batteryLevel: null }],
    ["LORA_BUTTON", { payload_hex: "0464" }, ["BATTERY", "HEALTH_CHECK"], { batteryLevel: 50 }],
    [
      "GPS_TRACKER",
      { payload_hex: "015028b172f04047bd104600" },
      ["NEW_CALLOUT", "LOCATION_UPDATE", "BATTERY"],
      { batteryLevel: 80, position: { latitude: -26.0919, longitude: 28.084, accuracy: 70 } },
    ],
    [
      "GPS_TRACKER",
      { payload_hex: "0250" + "00000080".repeat(2) + "0000" },
      ["LOCATION_UPDATE", "BATTERY"],
      { position: null },
    ],
    ["ALARM_PANEL", { event_code: "E120" }, ["NEW_CALLOUT"], {}],
    ["ALARM_PANEL", { event_code: "E602" }, ["HEALTH_CHECK"], {}],
    ["PANIC_BUTTON", { message_type: 4, battery_level: 20 }, ["BATTERY"], { batteryLevel: 20 }],
  ])("%s understands %j", (name, message, events, rest) => {
    const type = standardTypes.find((each) => each.name === name);
    expect(type && readMessage(type.template, message)).toMatchObject({ events, ...rest });
  });
});
