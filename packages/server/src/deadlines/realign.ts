import type { Capabilities } from "../capabilities.ts";
import { realignDeadlines } from "./deadline-store.ts";

/** Another node's deadlines may need it too, so it is looked for now and then without any sign of our own clock. */
const everySeconds = 60;

/**
 * Looks after deadlines that were armed by a clock that has been set back since: at once when this node's clock went
 * back, else at the first call and every minute.
 */
export function createRealigner({ db, clock }: Pick<Capabilities, "db" | "clock">): () => Promise<void> {
  let lastSeen: Temporal.Instant | null = null;
  let realignedAt: Temporal.Instant | null = null;
  return async () => {
    const now = clock.now();
    const wentBack = lastSeen !== null && Temporal.Instant.compare(now, lastSeen) < 0;
    const isTime = realignedAt === null || now.since(realignedAt).total("seconds") >= everySeconds;
    lastSeen = now;
    if (!wentBack && !isTime) return;
    await realignDeadlines(db, now);
    realignedAt = now;
  };
}
