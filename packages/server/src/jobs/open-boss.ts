import { PgBoss } from "pg-boss";
import type { Capabilities } from "../capabilities.ts";
import { bossDatabase } from "./boss-database.ts";
import type { JobName } from "./catalogue.ts";

/** Beside our own tables, and pg-boss's own affair: it creates and migrates them. */
const schema = "jobs";

/** How each is tried again. A node that died is noticed by its missing heartbeat. */
const queues = {
  "import-locations": { retryLimit: 10, retryDelay: 5, heartbeatSeconds: 10, expireInSeconds: 3_600 },
  "report-location-import": { retryLimit: 5, retryDelay: 10, retryBackoff: true, expireInSeconds: 60 },
  // the next hour tries again anyway
  "clear-away": { retryLimit: 1, retryDelay: 60, heartbeatSeconds: 10, expireInSeconds: 3_000 },
} as const satisfies Record<JobName, object>;

export const jobNames = Object.keys(queues) as JobName[];

/** How soon missing heartbeats and jobs to be tried again are looked for. */
const monitorSeconds = 10;

/** The queues, on our own connections; their schema is made where there is none. */
export async function openBoss({ db, log }: Pick<Capabilities, "db" | "log">): Promise<PgBoss> {
  // whoever may not create schemas can have it made for them
  const [found] = await db.query<{ there: boolean }>({
    text: "select to_regnamespace($1) is not null as there",
    values: [schema],
  });
  const boss = new PgBoss({
    db: bossDatabase(db),
    schema,
    createSchema: !found?.there,
    schedule: false,
    useListenNotify: true,
    monitorIntervalSeconds: monitorSeconds,
    superviseIntervalSeconds: monitorSeconds,
  });
  boss.on("error", (error: unknown) => log.warn({ err: error }, "the queue of jobs has trouble"));
  await boss.start().catch((error: unknown) => {
    const advice = `have somebody run "create schema ${schema} authorization <the role>" once`;
    throw new Error(`The queue of jobs could not be opened; if the role may not create schemas, ${advice}`, {
      cause: error,
    });
  });
  for (const name of jobNames) await boss.createQueue(name, { ...queues[name], notify: true });
  return boss;
}
