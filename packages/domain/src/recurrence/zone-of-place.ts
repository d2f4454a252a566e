import lookUp from "@photostructure/tz-lookup";
import type { Point } from "../geo/distance.ts";

/**
 * The time zone of a place, read offline out of a coarse map: right to a few kilometres inland, and within about 50 km of a
 * border between zones it may be the neighbour's (docs/decisions/0022). Whoever must not be an hour off there names the zone.
 * @returns null at sea and where the map knows a zone that this runtime does not
 */
export function zoneOfPlace({ latitude, longitude }: Point): string | null {
  const zone = lookUp(latitude, longitude);
  // nobody guards the high seas: a jetty that the map has under water has the tenant's time
  if (zone.startsWith("Etc/")) return null;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId;
  } catch {
    return null;
  }
}
