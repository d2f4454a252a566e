import { nextOccurrence, type Policies, type Schedule, zoneOfPlace } from "@tocsin/domain";
import type { FieldError } from "../errors.ts";
import type { WantedService } from "./types.ts";

/** Soonest that a first occurrence may start (panic-v2 §7). */
const leadMinutes = 5;
/** Window of the older shape, which names none. */
const olderWindowMinutes = 60;

/**
 * The rule that a wish comes to. The time zone is the one named, else that of the coordinates, else the tenant's. The older
 * shape's instant stays that instant, in UTC: read by a wall clock it might be shown twice.
 */
export function settleSchedule(
  { when, place }: Pick<WantedService, "when" | "place">,
  { timeZone: tenantsZone }: Pick<Policies, "timeZone">,
): Schedule {
  if (when.kind === "instant") {
    const { at } = when;
    const utc = at.toZonedDateTimeISO("UTC");
    const day = utc.toPlainDate();
    const single = { type: "single", daysOfWeek: [], intervalWeeks: 1, timeZone: "UTC" } as const;
    return {
      ...single,
      dateFrom: day,
      dateTo: day,
      startTime: utc.toPlainTime(),
      windowMinutes: olderWindowMinutes,
    };
  }
  const { kind: _, ...rule } = when;
  const named = rule.timeZone ?? (place.point && zoneOfPlace(place.point)) ?? tenantsZone;
  return {
    ...rule,
    dateFrom: Temporal.PlainDate.from(rule.dateFrom),
    dateTo: Temporal.PlainDate.from(rule.dateTo),
    startTime: Temporal.PlainTime.from(rule.startTime),
    // in the letter case of the list
    timeZone: Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(named).timeZoneId,
  };
}

/** What is wrong with a schedule at this moment, by the members of the request; nothing: it may be kept. */
export function judgeSchedule(
  schedule: Schedule,
  kind: WantedService["when"]["kind"],
  now: Temporal.Instant,
): readonly FieldError[] {
  const config = "scheduledRequestConfig";
  const first = nextOccurrence(schedule);
  if (!first) {
    const message = "must name a day that lies between dateFrom and dateTo: the service would never happen";
    return [{ field: `${config}.repeatsConfig.daysOfWeek`, message }];
  }
  const ahead = first.startsAt.since(now).total("minutes");
  if (ahead >= leadMinutes) return [];
  const field = kind === "instant" ? "scheduledAt" : `${config}.dateFrom`;
  const why = ahead < 0 ? "lies in the past" : `is less than ${leadMinutes} minutes ahead`;
  const start = `the first occurrence, ${first.startsAt.toString()}, ${why}`;
  return [{ field, message: `must be later: ${start} (it must be at least ${leadMinutes} minutes ahead)` }];
}
