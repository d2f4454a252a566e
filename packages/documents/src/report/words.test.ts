import { expect, it } from "vitest";
import { durationText, localTime, outcomeText, positionText, responderStateText, utcTime } from "./words.ts";

const instant = Temporal.Instant.from("2026-10-25T00:30:15.999Z");

it("writes a time with its offset, so that the hour which a clock change repeats is clear", () => {
  expect(localTime(instant, "Europe/Berlin")).toBe("2026-10-25 02:30:15 +02:00");
  expect(localTime(instant.add({ hours: 1 }), "Europe/Berlin")).toBe("2026-10-25 02:30:15 +01:00");
  expect(utcTime(instant)).toBe("2026-10-25 00:30:15");
});

it("refuses a time zone that nobody knows", () => {
  expect(() => localTime(instant, "Atlantis/Port")).toThrow(RangeError);
});

it.each([
  [0, "0 s"],
  [42.9, "42 s"],
  [60, "1 min"],
  [432, "7 min 12 s"],
  [3_605, "1 h"],
  [3_665, "1 h 1 min"],
  [183_600, "2 d 3 h"],
])("writes %d seconds as %s", (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
});

it("writes a position with its hemispheres", () => {
  expect(positionText({ latitude: -33.92487, longitude: 18.4 })).toBe("33.92487° S, 18.40000° E");
  expect(positionText({ latitude: 40.7128, longitude: -74.006 })).toBe("40.71280° N, 74.00600° W");
});

it("shows a word that it does not know as it came", () => {
  expect(outcomeText("falseAlarm")).toBe("False alarm");
  expect(outcomeText("vanished")).toBe("vanished");
  expect(responderStateText("stoodDown")).toBe("Stood down");
});
