import type { PgBoss } from "pg-boss";
import type { Capabilities } from "../capabilities.ts";
import { bossDatabase } from "./boss-database.ts";
import type { JobHandlers, JobName, JobSender } from "./catalogue.ts";
import { jobNames, openBoss } from "./open-boss.ts";
import { repeatHourly } from "./repeat-hourly.ts";

export interface JobQueue extends JobSender {
  /** Does what waits, and what comes, until stopped. */
  start(): Promise<void>;
  /** Tells what is under way to stop; what does not is tried again later. */
  stop(): Promise<void>;
  /** Does everything that waits, retries included, at once; returns how much that was. For tests. */
  runDue(): Promise<number>;
}

const stopMilliseconds = 1_000;

/** Chores: not what a callout waits for, so not on the deadlines' clockwork. */
export function createJobQueue(
  capabilities: Pick<Capabilities, "db" | "log">,
  handlers: JobHandlers,
): JobQueue {
  const stopping = new AbortController();
  let opened: Promise<PgBoss> | null = null;
  let stopAsking = (): void => undefined;

  function open(): Promise<PgBoss> {
    opened ??= openBoss(capabilities).catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  }

  async function handle(name: JobName, told: never): Promise<void> {
    try {
      await handlers[name](told, stopping.signal);
    } catch (error) {
      if (!stopping.signal.aborted)
        capabilities.log.warn({ err: error, job: name, told }, "a job failed; it is tried again");
      throw error;
    }
  }

  return {
    async send(tx, name, told) {
      const boss = await open();
      await boss.send(name, told, { db: bossDatabase(tx) });
    },
    async start() {
      const boss = await open();
      await workOn(boss, handle);
      stopAsking = await repeatHourly(boss, "clear-away", capabilities.log);
    },
    async stop() {
      stopAsking();
      stopping.abort();
      const boss = await opened?.catch(() => null);
      await boss?.stop({ graceful: true, timeout: stopMilliseconds, close: false });
    },
    async runDue() {
      const boss = await opened;
      let done = 0;
      if (!boss) return done;
      for (const name of jobNames) while (await runNext(boss, name, handle)) done++;
      return done;
    },
  };
}

async function workOn(boss: PgBoss, handle: (name: JobName, told: never) => Promise<void>): Promise<void> {
  for (const name of jobNames)
    await boss.work<never>(name, { pollingIntervalSeconds: 2 }, async ([job]) => {
      if (job) await handle(name, job.data);
    });
}

/** False when there is none. */
async function runNext(
  boss: PgBoss,
  name: JobName,
  handle: (name: JobName, told: never) => Promise<void>,
): Promise<boolean> {
  const [job] = await boss.fetch<never>(name, { ignoreStartAfter: true });
  if (!job) return false;
  await handle(name, job.data).then(
    () => boss.complete(name, job.id),
    (error: unknown) => boss.fail(name, job.id, { reason: String(error) }),
  );
  return true;
}
