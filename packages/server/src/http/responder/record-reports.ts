import { setImmediate as othersTurn } from "node:timers/promises";
import type { PositionFix, PositionsVerdict } from "@tocsin/wire";
import type { FixVerdict, Fleet, RejectedFix, ReportedFix } from "../../responders/index.ts";

/** Some five milliseconds of work: then whoever raises an alarm meanwhile gets their turn. */
const atOnce = 500;

interface Reader<Read extends PositionFix> {
  /** Reads one position, or says what is wrong with it. */
  readonly read: (value: unknown) => Read | string;
  readonly responderIdOf: (fix: Read) => number;
  /** Whose responders may be reported; null: anybody. */
  readonly supplierId: number | null;
}

/** Records what somebody sent. What can't be read is rejected beside what can't be right, each by its place in the list. */
export async function recordReports<Read extends PositionFix>(
  fleet: Fleet,
  reports: readonly unknown[],
  reader: Reader<Read>,
): Promise<PositionsVerdict> {
  const total = {
    accepted: 0,
    stale: 0,
    staleIndexes: new Array<number>(),
    rejected: new Array<RejectedFix>(),
  };
  for (let start = 0; start < reports.length; start += atOnce) {
    if (start > 0) await othersTurn();
    const verdict = recordSome(fleet, reports.slice(start, start + atOnce), start, reader);
    total.accepted += verdict.accepted;
    total.stale += verdict.stale;
    total.staleIndexes.push(...verdict.staleIndexes);
    total.rejected.push(...verdict.rejected);
  }
  return total;
}

function recordSome<Read extends PositionFix>(
  fleet: Fleet,
  reports: readonly unknown[],
  start: number,
  { read, responderIdOf, supplierId }: Reader<Read>,
): FixVerdict {
  const fixes: ReportedFix[] = [];
  const malformed: RejectedFix[] = [];
  for (const [offset, report] of reports.entries()) {
    const index = start + offset;
    const fix = read(report);
    if (typeof fix === "string") malformed.push({ index, reason: fix });
    else fixes.push({ index, responderId: responderIdOf(fix), fix: withInstant(fix) });
  }
  const { rejected, ...verdict } = fleet.recordReported(fixes, supplierId);
  const inOrder = [...malformed, ...rejected].toSorted((one, other) => one.index - other.index);
  return { ...verdict, rejected: inOrder };
}

function withInstant({
  recordedAt,
  latitude,
  longitude,
  accuracy,
  speed,
  heading,
}: PositionFix): ReportedFix["fix"] {
  const instant = Temporal.Instant.fromEpochMilliseconds(recordedAt);
  return { latitude, longitude, accuracy, speed, heading, recordedAt: instant };
}
