import type { ResponderFix } from "./types.ts";

/** Of a responder who has nothing to do, one fix in so long is kept. */
const freeEverySeconds = 60;

export interface TrackedFix extends ResponderFix {
  /** Not the newest when it came: sent after a hole in the radio, so it fills one in the track. */
  readonly isLate: boolean;
}

/**
 * Decides what of the positions is kept for good. A track is read for what happened around a callout: of responders with
 * an offer or an assignment everything is kept, and everything that comes late. Of the others, by far the most, one fix a
 * minute is: that bounds the table at a thirtieth of what a large fleet sends, and does not write the diary of people who
 * wait.
 */
export function createTrackThinning(): (fix: TrackedFix, isEngaged: boolean) => boolean {
  const lastKept = new Map<number, number>();
  return ({ responderId, fix, isLate }, isEngaged) => {
    const at = fix.recordedAt.epochMilliseconds;
    const keptAt = lastKept.get(responderId);
    const isDue = keptAt === undefined || at - keptAt >= freeEverySeconds * 1000;
    if (!isDue && !isLate && !isEngaged) return false;
    if (!isLate) lastKept.set(responderId, at);
    return true;
  };
}
