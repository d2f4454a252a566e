import type { ChangeSignal } from "./db/change-signal.ts";
import type { Database } from "./db/database.ts";
import type { Outbound } from "./outbound/index.ts";
import type { Log } from "./telemetry/log.ts";

/** Time as the program sees it; tests bring a virtual one. Whole milliseconds. */
export interface Clock {
  now(): Temporal.Instant;
}

export interface Random {
  bytes(length: number): Buffer;
}

/** What every noun may use of the outside world. Long-lived services of the nouns are wired in `context.ts`. */
export interface Capabilities {
  readonly db: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Says that callouts have changed, and hears it from every node. */
  readonly changes: ChangeSignal;
  /** The one way out to addresses that somebody else chose. */
  readonly outbound: Outbound;
}
