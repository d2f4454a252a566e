import type { Fix } from "./types.ts";

/** A tracker's clock may run ahead of ours by so much; more is a mistake and would pin the marker. */
const futureToleranceSeconds = 60;
/** Older than this is no track of today's callouts: a tracker that lost its date. */
const oldestHours = 24;

/** Why a fix is not taken at all; null when it is. */
export function rejection(fix: Fix, now: Temporal.Instant): string | null {
  const aheadSeconds = fix.recordedAt.since(now).total("seconds");
  if (aheadSeconds > futureToleranceSeconds)
    return `recordedAt is ${Math.round(aheadSeconds)} s in the future`;
  if (-aheadSeconds > oldestHours * 3600) return `recordedAt is more than ${oldestHours} h ago`;
  return null;
}
