import type { PgBoss } from "pg-boss";
import type { Log } from "../telemetry/log.ts";
import type { JobName } from "./catalogue.ts";

const hourSeconds = 3_600;
/** Each node asks more often than it is to happen, so that a node that ends takes no turn with it. */
const askMilliseconds = 600_000;

/**
 * Leaves a job in each hour of the database's clock, once among all nodes however many ask.
 * @returns stops asking
 */
export async function repeatHourly(boss: PgBoss, name: JobName, log: Log): Promise<() => void> {
  const ask = async (): Promise<void> => {
    await boss
      .send(name, {}, { singletonSeconds: hourSeconds })
      .catch((error: unknown) => log.warn({ err: error, job: name }, "an hourly job could not be left"));
  };
  await ask();
  const timer = setInterval(() => void ask(), askMilliseconds);
  timer.unref();
  return () => clearInterval(timer);
}
