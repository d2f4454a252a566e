import { randomBytes } from "node:crypto";
import type { Clock, Random } from "./capabilities.ts";

/**
 * The wall clock at start plus the time that really passed since: when somebody sets the machine's clock back, a running
 * node does not notice, and its deadlines still come due. Whole milliseconds, so that what is answered equals what is stored.
 */
export function systemClock(): Clock {
  const startedAt = Date.now() - performance.now();
  return {
    now: () => Temporal.Instant.fromEpochMilliseconds(Math.floor(startedAt + performance.now())),
  };
}

export const systemRandom: Random = { bytes: randomBytes };
