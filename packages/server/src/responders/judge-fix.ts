import type { Fix } from "./types.ts";

/** A tracker's clock may run ahead of ours by so much; more is a mistake and would pin the marker. */
const futureToleranceSeconds = 60;
/** Older than this is no track of today's callouts: a tracker that lost its date. */
const oldestHours = 24;

/** Why a fix is not taken at all; null when it is. */
export function rejection({ recordedAt }: Fix, now: Temporal.Instant): string | null {
  const aheadSeconds = (recordedAt.epochMilliseconds - now.epochMilliseconds) / 1000;
  if (aheadSeconds > futureToleranceSeconds)
    return `recordedAt is ${Math.round(aheadSeconds)} s in the future`;
  if (-aheadSeconds > oldestHours * 3600) return `recordedAt is more than ${oldestHours} h ago`;
  return null;
}
