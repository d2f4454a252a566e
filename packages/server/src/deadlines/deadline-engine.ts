import type { Capabilities } from "../capabilities.ts";
import type { PartnerDirectory } from "../partners/index.ts";
import { type DueClass, nextDueAt, realignDeadlines } from "./deadline-store.ts";
import type { DueHandlers } from "./handle-due.ts";
import { createLanes } from "./lanes.ts";
import { createPass, type Pass } from "./pass.ts";
import { createPoller, type Poller } from "./poller.ts";
import { createRealigner } from "./realign.ts";

/** The slow poll: however hints get lost, no due deadline waits longer than this. */
const pollMilliseconds = 1_000;
/** Raises come first: in a storm of them we look for what they left to do this often, and find more of it at once. */
const restMilliseconds = 10;
/** Callouts handled side by side: enough to keep the database busy, few enough to leave it to raises. */
const lanesOfNode = 4;

/** One of the two that go on beside each other. */
interface Course {
  readonly pass: () => Promise<Pass>;
  readonly poller: Poller;
}

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
 *
 * Looks for a responder have a course of their own and the next lane that comes free: whoever calls for help now does not
 * wait until a hundred alarms of earlier callouts are written.
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
  const lanes = createLanes(lanesOfNode);
  const [looks, others] = [createCourse("looks"), createCourse("others")];

  function createCourse(which: DueClass): Course {
    const pass = createPass(capabilities, partners, handlers, { which, lanes }, isStopping);
    return { pass, poller: createPoller(() => look(which, pass), restMilliseconds) };
  }

  async function runDue(): Promise<number> {
    await realign();
    let handled = 0;
    for (let done = 1; done > 0; handled += done) {
      done = (await looks.pass()).handled + (await others.pass()).handled;
    }
    return handled;
  }

  async function look(which: DueClass, pass: () => Promise<Pass>): Promise<number> {
    try {
      await realign();
      let done = await pass();
      while (done.handled > 0 && done.isFull && !isStopping()) done = await pass();
      if (done.handled > 0) return restMilliseconds;
      return millisecondsUntil(await nextDueAt(db, which), clock.now());
    } catch (error) {
      log.warn({ err: error }, "due deadlines could not be looked for; trying again");
      return pollMilliseconds;
    }
  }

  return {
    runDue,
    // the others are never armed for less than a second, so the slow poll sees them in time
    wake: looks.poller.wake,
    start() {
      stopping = false;
      looks.poller.start();
      others.poller.start();
    },
    async stop() {
      stopping = true;
      await Promise.all([looks.poller.stop(), others.poller.stop()]);
    },
  };
}

function millisecondsUntil(dueAt: Temporal.Instant | null, now: Temporal.Instant): number {
  const untilDue = dueAt ? Math.ceil(dueAt.since(now).total("milliseconds")) : pollMilliseconds;
  return Math.min(pollMilliseconds, Math.max(restMilliseconds, untilDue));
}
