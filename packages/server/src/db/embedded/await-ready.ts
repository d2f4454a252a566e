import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { SUPERUSER } from "./cluster.ts";
import type { Connection } from "./endpoint.ts";
import type { Log } from "./log.ts";

export const DATABASE = "tocsin";

/** Often at first, since a clean start takes some 30 ms; each try during a replay leaves a line in PostgreSQL's log. */
const FIRST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 250;
const REPORT_EVERY_MS = 10_000;

/** Not listening yet, or still replaying its log after a crash. */
const NOT_YET = new Set(["ENOENT", "ECONNREFUSED", "ECONNRESET", "57P03"]);
const NO_SUCH_DATABASE = "3D000";

/**
 * Waits until the database answers a query, and creates the database the first time. There is no time limit: replay after
 * a crash takes as long as it takes, and stopping it only makes it start over. Resolves false when `exit`
 * says that the server ended instead.
 */
export async function awaitReady(connection: Connection, exit: AbortSignal, log: Log): Promise<boolean> {
  let reportAt = performance.now() + REPORT_EVERY_MS;
  let pauseMs = FIRST_PAUSE_MS;
  while (!exit.aborted) {
    const failure = await tryQuery(connection, DATABASE, "select 1");
    if (failure === null) return true;
    if (failure.code === NO_SUCH_DATABASE) await createDatabase(connection);
    else if (!NOT_YET.has(failure.code ?? "") && !exit.aborted) throw failure;
    else await delay(pauseMs);

    pauseMs = Math.min(pauseMs * 1.1, LONGEST_PAUSE_MS);
    if (performance.now() > reportAt) {
      log.info(
        { reason: failure.message },
        "PostgreSQL is not ready yet; after a crash it replays its log first",
      );
      reportAt += REPORT_EVERY_MS;
    }
  }
  return false;
}

async function createDatabase(connection: Connection): Promise<void> {
  const failure = await tryQuery(connection, "postgres", `create database ${DATABASE}`);
  if (failure) throw failure;
}

async function tryQuery(
  connection: Connection,
  database: string,
  sql: string,
): Promise<(Error & { code?: string }) | null> {
  const client = new pg.Client({ ...connection, user: SUPERUSER, database });
  // A server that goes away between two of our lines must not end the process.
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query(sql);
    return null;
  } catch (error) {
    return error as Error & { code?: string };
  } finally {
    await client.end().catch(() => {});
  }
}
