import { expect, test } from "vitest";
import { zoneOfPlace } from "./zone-of-place.ts";

test.each([
  ["Johannesburg", -26.1076, 28.0567, "Africa/Johannesburg"],
  ["Cape Town", -33.9249, 18.4241, "Africa/Johannesburg"],
  ["Berlin", 52.52, 13.405, "Europe/Berlin"],
  ["New York", 40.7128, -74.006, "America/New_York"],
  ["Phoenix, which has no daylight saving", 33.4484, -112.074, "America/Phoenix"],
  ["Kathmandu, at a quarter of an hour", 27.7172, 85.324, "Asia/Kathmandu"],
  ["Lord Howe Island", -31.5553, 159.0821, "Australia/Lord_Howe"],
])("%s", (_place, latitude, longitude, zone) => {
  expect(zoneOfPlace({ latitude, longitude })).toBe(zone);
});

test("the high seas have none", () => {
  expect(zoneOfPlace({ latitude: -30, longitude: -20 })).toBeNull();
});

test("whatever it finds is a zone that clocks can be read in", () => {
  const zones = new Set<string | null>();
  for (let latitude = -90; latitude <= 90; latitude += 3)
    for (let longitude = -180; longitude <= 180; longitude += 3)
      zones.add(zoneOfPlace({ latitude, longitude }));
  zones.delete(null);
  expect(zones.size).toBeGreaterThan(150);
  for (const zone of zones)
    expect(() => new Intl.DateTimeFormat("en", { timeZone: zone ?? "" }), zone ?? "").not.toThrow();
});
