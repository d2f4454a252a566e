import fc from "fast-check";
import { expect, test } from "vitest";
import { fleetPositionFix, positionFix } from "./position-fix.ts";
import { readFleetPosition, readPosition } from "./read-position.ts";

const instants = fc
  .date({ min: new Date("1999-01-01T00:00:00Z"), max: new Date("2101-01-01T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString());
const texts = fc.constantFrom(
  "2026-01-15T08:00:00Z",
  "2026-01-15T08:00Z",
  "2026-01-15T08:00:00.123456789Z",
  "2024-02-29T23:59:59Z",
  "2026-02-29T00:00:00Z",
  "2026-02-30T00:00:00Z",
  "2026-13-01T00:00:00Z",
  "2026-01-15T24:00:00Z",
  "2026-01-15T08:00:00",
  "2026-01-15T08:00:00+02:00",
  "2026-01-15 08:00:00Z",
  "yesterday",
  "",
);
const odd = fc.oneof(
  fc.constantFrom(
    null,
    undefined,
    "",
    true,
    "1",
    [],
    {},
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ),
  fc.double(),
);
const degrees = (limit: number) =>
  fc.oneof(
    fc.double({ min: -limit, max: limit, noNaN: true }),
    fc.constantFrom(limit, -limit, limit + 1e-9),
    odd,
  );
const measured = fc.oneof(fc.double({ min: -1, max: 400, noNaN: true }), odd);

const positions = fc.oneof(
  { weight: 1, arbitrary: fc.anything() },
  {
    weight: 20,
    arbitrary: fc.record(
      {
        latitude: degrees(90),
        longitude: degrees(180),
        accuracy: measured,
        speed: measured,
        heading: measured,
        recordedAt: fc.oneof({ weight: 5, arbitrary: instants }, texts, odd),
        responderId: fc.oneof(fc.maxSafeNat(), fc.integer(), odd),
      },
      { requiredKeys: [] },
    ),
  },
);

test.each([
  ["a position", positionFix, readPosition],
  ["a fleet's position", fleetPositionFix, readFleetPosition],
] as const)(
  "%s: the quick reader takes exactly what the schema takes, and reads the same",
  (_what, schema, read) => {
    fc.assert(
      fc.property(positions, (value) => {
        const { data = expect.any(String) } = schema.safeParse(value);
        expect(read(value)).toEqual(data);
      }),
      { numRuns: 5_000 },
    );
  },
);

test("What is wrong is said by name", () => {
  const good = { latitude: 1, longitude: 2, recordedAt: "2026-01-15T08:00:00Z" };
  expect(readPosition({ ...good, longitude: 181 })).toBe("longitude must be a number from -180 to 180");
  expect(readPosition({ ...good, recordedAt: 5 })).toContain("recordedAt");
  expect(readFleetPosition(good)).toBe("responderId must be an integer from 1");
  expect(readPosition([])).toBe("latitude must be a number from -90 to 90");
});

test("What a telephone did not measure is unknown: below zero, empty or absent", () => {
  const fix = { latitude: 0, longitude: 0, accuracy: -1, speed: "", recordedAt: "2026-01-15T08:00:00.5Z" };
  expect(readPosition(fix)).toEqual({
    latitude: 0,
    longitude: 0,
    accuracy: null,
    speed: null,
    heading: null,
    recordedAt: Date.parse("2026-01-15T08:00:00.500Z"),
  });
});
