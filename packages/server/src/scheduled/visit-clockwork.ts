import type { Capabilities } from "../capabilities.ts";
import { type Queryable, sql } from "../db/index.ts";
import { createPoller } from "../deadlines/index.ts";
import { missVisits } from "./miss-visits.ts";
import { planVisits } from "./plan-visits.ts";
import { lockToPlan, peekToPlan, postponePlan, type ServiceKey } from "./service-store.ts";

/** However the next look was put off, nothing waits longer than this. */
const pollMilliseconds = 1_000;
const plannedAtOnce = 20;
/** Planning that failed is tried again after this: there are weeks to go. */
const retryMinutes = 10;

const nextDue = sql(
  "visit-next-due",
  `select least(
    (select min(ends_at) from scheduled_occurrence where phase in ('planned', 'assigned')),
    (select min(plan_at) from scheduled_request where plan_at is not null)) as at`,
);

export interface VisitClockwork {
  /** Looks for what is due now and then again and again, until stopped. */
  start(): void;
  stop(): Promise<void>;
  /** Handles everything that is due; returns how much it was. Tests call it after moving the clock. */
  runDue(): Promise<number>;
}

type Means = Pick<Capabilities, "db" | "clock" | "changes" | "log">;

/**
 * The clockwork of scheduled services: visits whose window is over are missed, and occurrences that come near become visits.
 * What is due stands in the rows themselves, so any node may do it, and one that was down has lost nothing.
 */
export function createVisitClockwork(means: Means): VisitClockwork {
  const { db, clock, log } = means;

  async function pass(): Promise<number> {
    const missed = await missVisits(means);
    let planned = 0;
    for (const key of await peekToPlan(db, clock.now(), plannedAtOnce)) planned += await plan(means, key);
    return missed + planned;
  }

  async function look(): Promise<number> {
    try {
      if ((await pass()) > 0) return 0;
      const at = await readNextDue(db);
      const wait = at ? Math.ceil(at.since(clock.now()).total("milliseconds")) : pollMilliseconds;
      // what is due already is in another node's hands
      return wait <= 0 ? pollMilliseconds : Math.min(wait, pollMilliseconds);
    } catch (error) {
      log.warn({ err: error }, "due visits could not be looked for; trying again");
      return pollMilliseconds;
    }
  }

  const poller = createPoller(look);
  return {
    start: poller.start,
    stop: poller.stop,
    async runDue() {
      let handled = 0;
      for (let done = 1; done > 0; handled += done) done = await pass();
      return handled;
    },
  };
}

/** @returns 1 when it was done here, or put off since it failed; 0 when another node has it */
async function plan({ db, clock, changes, log }: Means, key: ServiceKey): Promise<number> {
  const now = clock.now();
  try {
    return await db.transaction(async (tx) => {
      const service = await lockToPlan(tx, key, now);
      if (!service) return 0;
      await planVisits(tx, service, now);
      tx.afterCommit(changes.signal);
      return 1;
    });
  } catch (error) {
    log.error({ err: error, ...key }, "a scheduled service could not be planned and is tried again");
    await postponePlan(db, key, now.add({ minutes: retryMinutes }));
    return 1;
  }
}

async function readNextDue(db: Queryable): Promise<Temporal.Instant | null> {
  const [row] = await db.query<{ at: Temporal.Instant | null }>(nextDue());
  return row?.at ?? null;
}
