import { describe, expect, test } from "vitest";
import { subscriptionWindow } from "./window.ts";

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const now = at("2026-06-10T14:40:00Z");
const later = at("2026-09-01T00:00:00Z");

function window(from: string | null, to: string | null): string[] | null {
  const found = subscriptionWindow(from === null ? null : at(from), to === null ? null : at(to), now);
  return found && [found.validFrom.toString(), found.validTo.toString()];
}

describe("subscriptionWindow", () => {
  test.each([
    ["now and for a year", null, null, ["2026-06-10T14:40:00Z", "2027-06-10T14:40:00Z"]],
    ["from then for a year", "2026-09-01T00:00:00Z", null, ["2026-09-01T00:00:00Z", "2027-09-01T00:00:00Z"]],
    ["from a leap day", "2028-02-29T00:00:00Z", null, ["2028-02-29T00:00:00Z", "2029-02-28T00:00:00Z"]],
    ["now until then", null, later.toString(), ["2026-06-10T14:40:00Z", "2026-09-01T00:00:00Z"]],
    [
      "as said",
      "2020-01-01T00:00:00Z",
      "2020-01-02T00:00:00Z",
      ["2020-01-01T00:00:00Z", "2020-01-02T00:00:00Z"],
    ],
  ])("%s", (_title, from, to, expected) => {
    expect(window(from, to)).toEqual(expected);
  });

  test.each([
    ["ended before now", null, "2026-06-10T14:39:59.999Z"],
    ["ends now", null, now.toString()],
    ["ends before it begins", "2026-09-01T00:00:00Z", "2026-08-01T00:00:00Z"],
    ["ends as it begins", "2026-09-01T00:00:00Z", "2026-09-01T00:00:00Z"],
  ])("none that %s", (_title, from, to) => {
    expect(window(from, to)).toBeNull();
  });
});
