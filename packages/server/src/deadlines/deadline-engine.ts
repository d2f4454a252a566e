import type { Capabilities } from "../capabilities.ts";
import type { PartnerDirectory } from "../partners/index.ts";
import { nextDueAt, peekDue, realignDeadlines } from "./deadline-store.ts";
import { type DueHandlers, handleDue } from "./handle-due.ts";

const peekedAtOnce = 64;
/** Callouts handled side by side: enough to keep the database busy, few enough to leave it to raises. */
const lanes = 4;
/** The slow poll: however hints get lost, no due deadline waits longer than this. */
const pollMilliseconds = 1_000;
const realignEverySeconds = 60;

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
  let lastSeen: Temporal.Instant | null = null;
  let realignedAt: Temporal.Instant | null = null;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | null = null;
  let wokenMeanwhile = false;
  let stopped = true;

  async function runDue(): Promise<number> {
    await realignIfNeeded();
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

  async function realignIfNeeded(): Promise<void> {
    const now = clock.now();
    const wentBack = lastSeen !== null && Temporal.Instant.compare(now, lastSeen) < 0;
    const overdue = realignedAt === null || now.since(realignedAt).total("seconds") >= realignEverySeconds;
    lastSeen = now;
    if (!wentBack && !overdue) return;
    await realignDeadlines(db, now);
    realignedAt = now;
  }

  async function look(): Promise<void> {
    let wait = pollMilliseconds;
    try {
      await runDue();
      const dueAt = await nextDueAt(db);
      if (dueAt)
        wait = Math.min(wait, Math.max(0, Math.ceil(dueAt.since(clock.now()).total("milliseconds"))));
    } catch (error) {
      log.warn({ err: error }, "due deadlines could not be looked for; trying again");
    }
    looking = null;
    if (stopped) return;
    timer = setTimeout(wake, wokenMeanwhile ? 0 : wait);
  }

  function wake(): void {
    if (stopped) return;
    wokenMeanwhile = looking !== null;
    if (looking) return;
    clearTimeout(timer);
    looking = look();
  }

  return {
    runDue,
    wake,
    start() {
      stopped = false;
      wake();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
