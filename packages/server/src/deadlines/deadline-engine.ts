import type { Capabilities } from "../capabilities.ts";
import type { PartnerDirectory } from "../partners/index.ts";
import { nextDueAt, peekDue } from "./deadline-store.ts";
import { createPoller } from "./poller.ts";
import { createRealigner } from "./realign.ts";
import { type DueHandlers, handleDue } from "./handle-due.ts";

const peekedAtOnce = 64;
/** Callouts handled side by side: enough to keep the database busy, few enough to leave it to raises. */
const lanes = 4;
/** The slow poll: however hints get lost, no due deadline waits longer than this. */
const pollMilliseconds = 1_000;

export interface DeadlineEngine {
  /** Looks for due deadlines now and then again and again, until stopped. */
  start(): void;
  stop(): Promise<void>;
  /** Handles everything that is due; returns how many. Tests call it after moving the clock. */
  runDue(): Promise<number>;
  /** A hint that something may be due now. */
  wake(): void;
}

/**
 * The clockwork behind "some deadline is always running": rows in the database are the deadlines, any node may pick a due
 * one, and timers in memory only say when to look. A due deadline goes through the transition function like everything else.
 */
export function createDeadlineEngine(
  capabilities: Capabilities,
  partners: PartnerDirectory,
  handlers: DueHandlers,
): DeadlineEngine {
  const { db, clock, log } = capabilities;
  const realign = createRealigner(capabilities);

  async function runDue(): Promise<number> {
    await realign();
    let handled = 0;
    for (;;) {
      const due = await peekDue(db, clock.now(), peekedAtOnce);
      const outcomes: (number | null)[] = [];
      const lane = async (): Promise<void> => {
        for (let next = due.shift(); next; next = due.shift()) {
          outcomes.push(await handleDue(capabilities, partners, handlers, next));
        }
      };
      await Promise.all(Array.from({ length: lanes }, lane));
      handled += outcomes.reduce<number>((sum, count) => sum + (count ?? 0), 0);
      // nothing is due, or all that is due is in other nodes' hands
      if (outcomes.every((count) => count === null)) return handled;
    }
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
