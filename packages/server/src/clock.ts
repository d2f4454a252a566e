import { randomBytes } from "node:crypto";
import type { Clock, Random } from "./capabilities.ts";

/** Milliseconds. Tests bring their own. */
interface TimeSources {
  /** Since 1970, as the machine has it: somebody may set it. */
  wall(): number;
  /** Since any moment: never set, but it may stand still while the machine sleeps. */
  monotonic(): number;
}

const machine: TimeSources = { wall: () => Date.now(), monotonic: () => performance.now() };

/**
 * The wall clock, but never backwards: when somebody sets the machine's clock back, a running node goes on counting and its
 * deadlines still come due. A step forward is followed: the machine slept, or its clock was put right after the start.
 * Whole milliseconds, so that what is answered equals what is stored.
 */
export function systemClock({ wall, monotonic }: TimeSources = machine): Clock {
  let ahead = wall() - monotonic();
  return {
    now() {
      ahead = Math.max(ahead, wall() - monotonic());
      return Temporal.Instant.fromEpochMilliseconds(Math.floor(ahead + monotonic()));
    },
  };
}

export const systemRandom: Random = { bytes: randomBytes };
