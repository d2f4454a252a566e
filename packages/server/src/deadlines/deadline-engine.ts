import type { Capabilities } from "../capabilities.ts";
import type { PartnerDirectory } from "../partners/index.ts";
import { nextDueAt, realignDeadlines } from "./deadline-store.ts";
import type { DueHandlers } from "./handle-due.ts";
import { createPass } from "./pass.ts";
import { createPoller } from "./poller.ts";
import { createRealigner } from "./realign.ts";

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
  let stopping = false;
  const isStopping = (): boolean => stopping;
  const realign = createRealigner(capabilities, realignDeadlines);
  const pass = createPass(capabilities, partners, handlers, isStopping);
  const poller = createPoller(look, restMilliseconds);

  async function runDue(): Promise<number> {
    await realign();
    let handled = 0;
    for (let done = 1; done > 0; handled += done) done = (await pass()).handled;
    return handled;
  }

  async function look(): Promise<number> {
    try {
      await realign();
      let done = await pass();
      while (done.handled > 0 && done.isFull && !isStopping()) done = await pass();
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
