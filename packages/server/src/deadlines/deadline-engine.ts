import { applyEvent, type Callout } from "../callouts/index.ts";
import type { Capabilities } from "../capabilities.ts";
import type { Queryable } from "../db/index.ts";
import type { PartnerDirectory } from "../partners/index.ts";
import {
  claimDue,
  type DueDeadline,
  nextDueAt,
  postponeDeadline,
  realignDeadlines,
} from "./deadline-store.ts";

const claimedAtOnce = 64;
/** The slow poll: however hints get lost, no due deadline waits longer than this. */
const pollMilliseconds = 1_000;
const realignEverySeconds = 60;
/** A deadline whose transition failed is tried again after this, behind the healthy ones. */
const retryAfterSeconds = 30;

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
  let lastSeen: Temporal.Instant | null = null;
  let realignedAt: Temporal.Instant | null = null;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  let stopped = true;

  async function runDue(): Promise<number> {
    await realignIfNeeded();
    let handled = 0;
    for (;;) {
      const count = await db.transaction((tx) => handleBatch(tx));
      handled += count;
      if (count < claimedAtOnce) return handled;
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

  async function handleBatch(tx: Queryable): Promise<number> {
    const due = await claimDue(tx, clock.now(), claimedAtOnce);
    // two deadlines of one callout: the second must see what the first did
    const moved = new Map<number, Callout>();
    for (const deadline of due) {
      const callout = await handle(tx, {
        ...deadline,
        callout: moved.get(deadline.callout.id) ?? deadline.callout,
      });
      moved.set(callout.id, callout);
    }
    return due.length;
  }

  async function handle(tx: Queryable, deadline: DueDeadline): Promise<Callout> {
    const { callout, kind } = deadline;
    const now = clock.now();
    try {
      const partner = await partners.find(callout.customerSourceId);
      if (!partner) throw new Error(`Callout ${callout.id} belongs to no known customer source`);
      const { timing } = partner.policies;
      const applied = await tx.transaction((inner) =>
        applyEvent(inner, callout, { type: "deadlineDue", kind }, now, timing),
      );
      if (!applied.ok) throw new Error(`The deadline was refused: ${applied.reason}`);
      return applied.callout;
    } catch (error) {
      log.error(
        { err: error, calloutId: callout.id, kind },
        "a due deadline could not be handled and is tried again",
      );
      await postponeDeadline(tx, deadline, now.add({ seconds: retryAfterSeconds }), now);
      return callout;
    }
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
    if (!stopped) {
      timer = setTimeout(() => {
        running = look();
      }, wait);
    }
  }

  return {
    runDue,
    start() {
      stopped = false;
      running = look();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
