import type { Occurrence, Schedule } from "./schedule.ts";
import { startOf } from "./start-of.ts";

/**
 * The occurrences of a schedule that start at or after an instant, in order, one at a time: a schedule may run for
 * centuries, and nobody has to count them. The clock on the wall is kept across daylight saving; two days that begin with
 * the same gap (a zone that skips a whole day) make one occurrence.
 * @param from absent: from the first on
 */
export function* occurrences(schedule: Schedule, from?: Temporal.Instant): Generator<Occurrence, void> {
  let previous: Temporal.Instant | undefined;
  for (const date of dates(schedule, from)) {
    const startsAt = startOf(date.toPlainDateTime(schedule.startTime), schedule.timeZone);
    if (previous?.equals(startsAt)) continue;
    previous = startsAt;
    if (from && Temporal.Instant.compare(startsAt, from) < 0) continue;
    yield { startsAt, endsAt: startsAt.add({ minutes: schedule.windowMinutes }) };
  }
}

/** The first of {@link occurrences}; undefined when there is none. */
export function nextOccurrence(schedule: Schedule, from?: Temporal.Instant): Occurrence | undefined {
  return occurrences(schedule, from).next().value ?? undefined;
}

/** The days that an occurrence begins on by the calendar, from some days before `from` on. */
function* dates(schedule: Schedule, from: Temporal.Instant | undefined): Generator<Temporal.PlainDate, void> {
  const { dateFrom, dateTo, daysOfWeek, intervalWeeks } = schedule;
  if (schedule.type === "single") {
    yield dateFrom;
    return;
  }
  const days = [...new Set(daysOfWeek)].toSorted((one, other) => one - other);
  if (days.length === 0) return;
  const firstMonday = mondayOf(dateFrom);
  const weeks = weeksBefore(schedule, firstMonday, from);
  for (
    let monday = firstMonday.add({ weeks });
    Temporal.PlainDate.compare(monday, dateTo) <= 0;
    monday = monday.add({ weeks: intervalWeeks })
  ) {
    for (const day of days) {
      const date = monday.add({ days: day - 1 });
      if (isWithin(date, dateFrom, dateTo)) yield date;
    }
  }
}

/** Whole intervals that lie before `from`, in weeks: nothing of them needs to be looked at. */
function weeksBefore(
  { intervalWeeks, timeZone }: Schedule,
  firstMonday: Temporal.PlainDate,
  from: Temporal.Instant | undefined,
): number {
  if (!from) return 0;
  // a gap moves an occurrence to a later day at most by the day that the zone skips
  const day = from.toZonedDateTimeISO(timeZone).toPlainDate().subtract({ days: 2 });
  const weeks = Math.floor(firstMonday.until(day, { largestUnit: "days" }).days / 7);
  return Math.max(0, weeks - (weeks % intervalWeeks));
}

function mondayOf(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.subtract({ days: date.dayOfWeek - 1 });
}

function isWithin(date: Temporal.PlainDate, from: Temporal.PlainDate, to: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(date, from) >= 0 && Temporal.PlainDate.compare(date, to) <= 0;
}
