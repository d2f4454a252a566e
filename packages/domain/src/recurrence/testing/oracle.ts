import type { Schedule } from "../schedule.ts";

/**
 * The same rules worked out in another way: every single day is looked at, in integers, and offsets come from Intl's
 * formatting of instants. Nothing of Temporal and nothing of what is tested is used.
 */

const dayMilliseconds = 86_400_000;
/** Offsets are sampled this often; two changes of a zone are never closer than Ramadan is long. */
const sampleMilliseconds = 4 * dayMilliseconds;
const firstSample = Date.UTC(2025, 11, 1);
const lastSample = Date.UTC(2031, 1, 1);

/** A stretch of time in which a zone's clock runs evenly. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/** Start times in epoch milliseconds, in order. */
export function expectedStarts(schedule: Schedule): number[] {
  const zone = stretchesOf(schedule.timeZone);
  const minute = schedule.startTime.hour * 60 + schedule.startTime.minute;
  const [first, last] = [dayNumber(schedule.dateFrom), dayNumber(schedule.dateTo)];
  const starts = new Set<number>();
  for (let day = first; day <= last; day++) {
    if (schedule.type === "single" ? day !== first : !isChosen(schedule, day, first)) continue;
    starts.add(instantOf(day * dayMilliseconds + minute * 60_000, zone));
  }
  return [...starts];
}

function isChosen({ daysOfWeek, intervalWeeks }: Schedule, day: number, first: number): boolean {
  // 1970-01-01 was a Thursday
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
  const week = Math.floor((day + 3) / 7) - Math.floor((first + 3) / 7);
  return daysOfWeek.includes(weekday) && week % intervalWeeks === 0;
}

/** The earliest instant at which the zone's clock shows this; else the first after the gap that skips it. */
function instantOf(local: number, zone: readonly Stretch[]): number {
  for (const { from, to, offset } of zone) {
    // a clock that is past it already when the stretch begins has skipped it
    if (local - offset < from) return from;
    if (local - offset < to) return local - offset;
  }
  throw new RangeError(`The oracle does not know ${new Date(local).toISOString()}`);
}

function dayNumber({ year, month, day }: Temporal.PlainDate): number {
  return Date.UTC(year, month - 1, day) / dayMilliseconds;
}

const known = new Map<string, readonly Stretch[]>();

function stretchesOf(timeZone: string): readonly Stretch[] {
  const found = known.get(timeZone) ?? findStretches(timeZone);
  known.set(timeZone, found);
  return found;
}

function findStretches(timeZone: string): Stretch[] {
  const offsetAt = offsetReader(timeZone);
  const stretches: Stretch[] = [];
  let from = firstSample;
  let offset = offsetAt(from);
  for (let sample = from; sample <= lastSample; sample += sampleMilliseconds) {
    const next = offsetAt(sample);
    if (next === offset) continue;
    const change = changeBetween(sample - sampleMilliseconds, sample, offset, offsetAt);
    stretches.push({ from, to: change, offset });
    [from, offset] = [change, next];
  }
  return [...stretches, { from, to: lastSample, offset }];
}

/** To the minute, by halving. */
function changeBetween(
  before: number,
  after: number,
  offset: number,
  offsetAt: (at: number) => number,
): number {
  let [low, high] = [before / 60_000, after / 60_000];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * 60_000) === offset) low = middle;
    else high = middle;
  }
  return high * 60_000;
}

function offsetReader(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  return (at) => {
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0] = (format.format(at).match(/\d+/g) ?? []).map(
      Number,
    );
    return Date.UTC(year, month - 1, day, hour, minute) - at;
  };
}
