import type { Capabilities } from "../capabilities.ts";
import { isUnavailable } from "../db/index.ts";
import type { PartnerDirectory } from "../partners/index.ts";
import { type DueDeadline, nextDueAt, peekDue } from "./deadline-store.ts";
import { type DueHandlers, handleDue, type LookedAhead } from "./handle-due.ts";
import { inLanes } from "./in-lanes.ts";
import { createPoller } from "./poller.ts";
import { createRealigner } from "./realign.ts";

const peekedAtOnce = 128;
/** Callouts handled side by side: enough to keep the database busy, few enough to leave it to raises. */
const lanes = 4;
/** The slow poll: however hints get lost, no due deadline waits longer than this. */
const pollMilliseconds = 1_000;
/** Raises come first: in a storm of them we look for what they left to do this often, and find more of it at once. */
const restMilliseconds = 10;

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
  const poller = createPoller(look, restMilliseconds);
  let stopping = false;

  async function runDue(): Promise<number> {
    await realign();
    let handled = 0;
    for (let done = 1; done > 0; handled += done) done = (await pass()).handled;
    return handled;
  }

  /** None is handled when nothing is due, or when all that is due is in other nodes' hands. */
  async function pass(): Promise<{ readonly handled: number; readonly isFull: boolean }> {
    const due = await peekDue(db, clock.now(), peekedAtOnce);
    const ahead = await lookAhead(due);
    const handled = ahead.settled.size + (await handleEach(due, ahead));
    return { handled, isFull: due.length === peekedAtOnce };
  }

  async function lookAhead(due: readonly DueDeadline[]): Promise<LookedAhead> {
    try {
      return await handlers.lookAhead(due.filter(({ kind }) => kind === "dispatch"));
    } catch (error) {
      if (isUnavailable(error)) throw error;
      // one callout may be the reason; handled one by one they don't hold each other up
      log.error({ err: error }, "the look ahead failed; each callout is handled without it");
      return { settled: new Set(), prepared: new Map() };
    }
  }

  /** Each callout in a transaction of its own. @returns how many deadlines were handled */
  async function handleEach(
    due: readonly DueDeadline[],
    { settled, prepared }: LookedAhead,
  ): Promise<number> {
    const open = due.filter((deadline) => !settled.has(deadline));
    const byCallout = Map.groupBy(
      open,
      ({ customerSourceId, calloutId }) => `${customerSourceId} ${calloutId}`,
    );
    const counts = await inLanes(lanes, [...byCallout.values()], async (deadlines) => {
      const [first] = deadlines;
      if (!first || stopping) return 0;
      const dispatch = deadlines.map((deadline) => prepared.get(deadline)).find(Boolean);
      const ready = dispatch ? { ...handlers, dispatch } : handlers;
      return (await handleDue(capabilities, partners, ready, first)) ?? 0;
    });
    return counts.reduce((sum, count) => sum + count, 0);
  }

  async function look(): Promise<number> {
    try {
      await realign();
      let done = await pass();
      while (done.handled > 0 && done.isFull && !stopping) done = await pass();
      if (done.handled > 0) return restMilliseconds;
      const dueAt = await nextDueAt(db);
      const untilDue = dueAt ? Math.ceil(dueAt.since(clock.now()).total("milliseconds")) : pollMilliseconds;
      return Math.min(pollMilliseconds, Math.max(restMilliseconds, untilDue));
    } catch (error) {
      log.warn({ err: error }, "due deadlines could not be looked for; trying again");
      return pollMilliseconds;
    }
  }

  return {
    runDue,
    wake: poller.wake,
    start() {
      stopping = false;
      poller.start();
    },
    async stop() {
      stopping = true;
      await poller.stop();
    },
  };
}
