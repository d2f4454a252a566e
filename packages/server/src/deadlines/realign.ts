import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";

/** What other nodes armed may need it too, so it is looked for now and then without any sign of our own clock. */
const everySeconds = 60;

/**
 * Looks after due times that were set by a clock that has been set back since: at once when this node's clock went
 * back, else at the first call and every minute.
 */
export function createRealigner(
  { db, clock }: Pick<Capabilities, "db" | "clock">,
  realign: (db: Queryable, now: Temporal.Instant) => Promise<void>,
): () => Promise<void> {
  let lastSeen: Temporal.Instant | null = null;
  let realignedAt: Temporal.Instant | null = null;
  return async () => {
    const now = clock.now();
    const wentBack = lastSeen !== null && Temporal.Instant.compare(now, lastSeen) < 0;
    const isTime = realignedAt === null || now.since(realignedAt).total("seconds") >= everySeconds;
    lastSeen = now;
    if (!wentBack && !isTime) return;
    await realign(db, now);
    realignedAt = now;
  };
}
