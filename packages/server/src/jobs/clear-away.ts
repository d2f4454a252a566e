import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import { clearManagements, clearSignups } from "../hosted-sessions/index.ts";
import { clearImports } from "../locations/index.ts";
import { clearSessions } from "../sessions/index.ts";
import { clearEndedKeys } from "../webhooks/index.ts";

/** Rows in one statement, so that none of them holds up anybody for long. */
const mostAtOnce = 1_000;
/** Statements for one table in one go; the next hour goes on. */
const mostRounds = 200;

/** Removes what has had its time, at most so many of the oldest; returns how many those were. */
type Clearing = (db: Queryable, now: Temporal.Instant, limit: number) => Promise<number>;

const clearings: readonly Clearing[] = [
  clearSessions,
  clearManagements,
  clearSignups,
  clearImports,
  clearEndedKeys,
];

/**
 * Clears away what has had its time (docs/operate/retention.md): a bounded part of it, in small statements. Done twice at once it
 * skips what the other holds. Callouts, their timelines and what belongs to them are not among it.
 * @returns how many rows went
 */
export async function clearAway(
  { db, clock }: Pick<Capabilities, "db" | "clock">,
  stopping: AbortSignal,
): Promise<number> {
  let cleared = 0;
  for (const clear of clearings) {
    for (let round = 0; round < mostRounds && !stopping.aborted; round++) {
      const count = await clear(db, clock.now(), mostAtOnce);
      cleared += count;
      if (count < mostAtOnce) break;
    }
  }
  return cleared;
}
