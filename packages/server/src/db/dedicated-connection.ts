import pg, { type ClientConfig, type QueryResultRow } from "pg";
import type { Log } from "../telemetry/log.ts";
import { runStatement } from "./run-statement.ts";
import type { Statement } from "./sql.ts";
import { translateDatabaseError } from "./unavailable.ts";

/** A connection that is no part of the pool. */
export interface DedicatedConnection {
  /** Rows come back; errors of an absent database are 503s. One statement at a time, in the order they were given. */
  query<Row extends QueryResultRow>(statement: Statement): Promise<Row[]>;
  readonly lost: boolean;
  /** Settles when the connection has ended, asked to or not. */
  readonly ended: Promise<void>;
  /** What others NOTIFY on the channels this connection LISTENs to. */
  onNotification(hear: (channel: string, payload: string) => void): void;
  close(): Promise<void>;
}

/** @throws AppError `unavailable` when the database cannot be reached */
export async function openConnection(config: ClientConfig, log: Log): Promise<DedicatedConnection> {
  const client = new pg.Client(config);
  const ended = Promise.withResolvers<void>();
  let lost = false;
  client.on("error", (error) => {
    lost = true;
    log.warn({ reason: error.message }, "a dedicated database connection broke");
    ended.resolve();
  });
  client.on("end", () => {
    lost = true;
    ended.resolve();
  });
  await client.connect().catch((error: unknown) => {
    throw translateDatabaseError(error);
  });
  let last: Promise<unknown> = Promise.resolve();
  return {
    get lost() {
      return lost;
    },
    ended: ended.promise,
    onNotification: (hear) => {
      client.on("notification", ({ channel, payload }) => hear(channel, payload ?? ""));
    },
    // whoever shares it waits for the others: a client takes one statement at a time
    query<Row extends QueryResultRow>(statement: Statement): Promise<Row[]> {
      const mine = last.then(() => runStatement<Row>(client, statement));
      last = mine.catch(() => undefined);
      return mine;
    },
    close: () => client.end(),
  };
}
