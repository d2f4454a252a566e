import type { Clock } from "@tocsin/server";

/** A clock that stands still until a test moves it, in either direction. */
export class VirtualClock implements Clock {
  #now: Temporal.Instant;

  constructor(start = "2026-01-15T08:00:00Z") {
    this.#now = Temporal.Instant.from(start);
  }

  now(): Temporal.Instant {
    return this.#now;
  }

  /** Moves on; a negative duration is an operator setting the clock back. */
  advance(duration: Temporal.DurationLike): void {
    this.#now = this.#now.add(duration);
  }
}
