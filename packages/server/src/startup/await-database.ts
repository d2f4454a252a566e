import { setTimeout as delay } from "node:timers/promises";
import { type Database, isUnavailable } from "../db/index.ts";
import type { Log } from "../telemetry/log.ts";

const oldestServer = 15;
const retryMilliseconds = 500;

interface AwaitOptions {
  readonly log: Log;
  readonly signal: AbortSignal;
  /** How long a database that is away may take to come. */
  readonly patienceSeconds: number;
}

/**
 * Waits until the database answers, and checks that it is one we can work with. What waiting cannot mend (a wrong password,
 * no such database, a server too old) fails at once.
 */
export async function awaitDatabase(
  db: Pick<Database, "query">,
  { log, signal, patienceSeconds }: AwaitOptions,
): Promise<void> {
  const giveUpAt = performance.now() + patienceSeconds * 1000;
  for (;;) {
    try {
      return await checkVersion(db);
    } catch (error) {
      const reason = rootMessage(error);
      if (!isUnavailable(error)) throw new Error(`The database cannot be used: ${reason}`, { cause: error });
      if (performance.now() > giveUpAt) {
        throw new Error(`The database was not reachable for ${patienceSeconds} s: ${reason}`, {
          cause: error,
        });
      }
      log.warn({ reason }, "the database is not reachable yet; trying again");
    }
    await delay(retryMilliseconds, undefined, { signal });
  }
}

async function checkVersion(db: Pick<Database, "query">): Promise<void> {
  type Row = { number: number; text: string };
  const [row] = await db.query<Row>({
    text: "select current_setting('server_version_num')::integer as number, current_setting('server_version') as text",
  });
  if (row && row.number >= oldestServer * 10_000) return;
  throw new Error(
    `it is PostgreSQL ${row?.text ?? "of an unknown version"}; PostgreSQL ${oldestServer} or later is needed`,
  );
}

/** What the network or PostgreSQL said, below the words meant for a client of the API. */
function rootMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause) return rootMessage(error.cause);
  // several addresses of one name, each with a failure of its own
  if (error instanceof AggregateError) return error.errors.map(rootMessage).join("; ");
  return error.message || error.name;
}
