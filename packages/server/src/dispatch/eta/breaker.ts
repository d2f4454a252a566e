import type { Clock } from "../../capabilities.ts";

const failuresUntilOpen = 3;
const openSeconds = 10;

/** Keeps from asking somebody who does not answer: open after 3 failures in a row, then one try every 10 s. */
export interface Breaker {
  /** Whether to ask now. Who is let through says how it went. */
  mayTry(): boolean;
  succeeded(): void;
  failed(): void;
}

export function createBreaker(clock: Clock): Breaker {
  let failures = 0;
  let waitsUntil: Temporal.Instant | null = null;
  return {
    mayTry() {
      if (failures < failuresUntilOpen) return true;
      const now = clock.now();
      if (waitsUntil && Temporal.Instant.compare(now, waitsUntil) < 0) return false;
      // half open: this one finds out, the others wait for what it says
      waitsUntil = now.add({ seconds: openSeconds });
      return true;
    },
    succeeded() {
      failures = 0;
      waitsUntil = null;
    },
    failed() {
      failures++;
      if (failures >= failuresUntilOpen) waitsUntil = clock.now().add({ seconds: openSeconds });
    },
  };
}
