import type { PositionFix, PositionsVerdict } from "@tocsin/wire";
import type { Fleet, RejectedFix, ReportedFix } from "../../responders/index.ts";

interface Reader<Read extends PositionFix> {
  /** Reads one position, or says what is wrong with it. */
  readonly read: (value: unknown) => Read | string;
  readonly responderIdOf: (fix: Read) => number;
  /** Whose responders may be reported; null: anybody. */
  readonly supplierId: number | null;
}

/** Records what somebody sent. What can't be read is rejected beside what can't be right, each by its place in the list. */
export function recordReports<Read extends PositionFix>(
  fleet: Fleet,
  reports: readonly unknown[],
  { read, responderIdOf, supplierId }: Reader<Read>,
): PositionsVerdict {
  const fixes: ReportedFix[] = [];
  const malformed: RejectedFix[] = [];
  for (const [index, report] of reports.entries()) {
    const fix = read(report);
    if (typeof fix === "string") malformed.push({ index, reason: fix });
    else fixes.push({ index, responderId: responderIdOf(fix), fix: withInstant(fix) });
  }
  const { accepted, stale, rejected } = fleet.recordReported(fixes, supplierId);
  return {
    accepted,
    stale,
    rejected: [...malformed, ...rejected].toSorted((one, other) => one.index - other.index),
  };
}

function withInstant(fix: PositionFix): ReportedFix["fix"] {
  const { latitude, longitude, accuracy, speed, heading } = fix;
  const recordedAt = Temporal.Instant.fromEpochMilliseconds(fix.recordedAt);
  return { latitude, longitude, accuracy, speed, heading, recordedAt };
}
