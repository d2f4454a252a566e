import type { Callout } from "../callouts/index.ts";
import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import type { PartnerDirectory } from "../partners/index.ts";
import { claimDue, nextDueAt } from "./deadline-store.ts";
import { handleDeadline } from "./handle-deadline.ts";
import { createPoller } from "./poller.ts";
import { createRealigner } from "./realign.ts";

const claimedAtOnce = 64;
/** The slow poll: however hints get lost, no due deadline waits longer than this. */
const pollMilliseconds = 1_000;

export interface DeadlineEngine {
  /** Looks for due deadlines now and then again and again, until stopped. */
  start(): void;
  stop(): Promise<void>;
  /** Handles everything that is due; returns how many. Tests call it after moving the clock. */
  runDue(): Promise<number>;
}

/**
 * The clockwork behind "some deadline is always running": rows in the database are the deadlines, any node may pick a due
 * one, and timers in memory only say when to look. A due deadline goes through the transition function like everything else.
 */
export function createDeadlineEngine(capabilities: Capabilities, partners: PartnerDirectory): DeadlineEngine {
  const { db, clock, log } = capabilities;
  const realign = createRealigner(capabilities);

  async function runDue(): Promise<number> {
    await realign();
    let handled = 0;
    for (;;) {
      const count = await db.transaction((tx) => handleBatch(tx));
      handled += count;
      if (count < claimedAtOnce) return handled;
    }
  }

  async function handleBatch(tx: Queryable): Promise<number> {
    const due = await claimDue(tx, clock.now(), claimedAtOnce);
    // two deadlines of one callout: the second must see what the first did
    const moved = new Map<number, Callout>();
    for (const deadline of due) {
      const callout = await handleDeadline(capabilities, partners, tx, {
        ...deadline,
        callout: moved.get(deadline.callout.id) ?? deadline.callout,
      });
      moved.set(callout.id, callout);
    }
    return due.length;
  }

  async function look(): Promise<number> {
    try {
      await runDue();
      const dueAt = await nextDueAt(db);
      const untilDue = dueAt ? Math.ceil(dueAt.since(clock.now()).total("milliseconds")) : pollMilliseconds;
      return Math.min(pollMilliseconds, Math.max(0, untilDue));
    } catch (error) {
      log.warn({ err: error }, "due deadlines could not be looked for; trying again");
      return pollMilliseconds;
    }
  }

  return { runDue, ...createPoller(look) };
}
