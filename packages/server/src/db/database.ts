import pg, { type ClientConfig, type QueryResultRow } from "pg";
import type { Log } from "../telemetry/log.ts";
import { type DedicatedConnection, openConnection } from "./dedicated-connection.ts";
import { type Listener, Notifications, type Subscription } from "./notifications.ts";
import { runStatement } from "./run-statement.ts";
import type { Statement } from "./sql.ts";
import { columnTypes } from "./types.ts";
import { isAnswered, translateDatabaseError } from "./unavailable.ts";

/** Something statements can be sent to: the pool, or a transaction. Rows come back; errors of an absent database are 503s. */
export interface Queryable {
  query<Row extends QueryResultRow>(statement: Statement): Promise<Row[]>;
  /**
   * Runs `work` in one transaction on one connection: commits when it resolves, rolls back when it throws. Inside a
   * transaction it is a savepoint, so a command need not know who called it.
   */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  /** Runs `callback` when everything done here so far is committed: at once outside a transaction, never when it fails. */
  afterCommit(callback: () => void): void;
}

export interface Database extends Queryable {
  /** A connection of its own, for work that must not queue behind the pool. Closed by the caller. */
  connect(): Promise<DedicatedConnection>;
  /** Follows a NOTIFY channel, on the one connection that all listeners share. */
  listener(subscription: Subscription): Listener;
  close(): Promise<void>;
}

/** How to reach PostgreSQL, as `pg` reads it. A function is asked for every new connection: a restarted server may have moved. */
export type ConnectionSettings = ClientConfig | (() => ClientConfig);

const connectionSettings: ClientConfig = {
  types: columnTypes,
  application_name: "tocsin",
  connectionTimeoutMillis: 3_000,
  statement_timeout: 10_000,
  // a server that went silent must not hold a request: a little above the server's own limit
  query_timeout: 12_000,
  idle_in_transaction_session_timeout: 15_000,
  keepAlive: true,
};

export function openDatabase(settings: ConnectionSettings, log: Log, poolSize = 10): Database {
  const config = (): ClientConfig => ({
    ...connectionSettings,
    ...(typeof settings === "function" ? settings() : settings),
  });
  class Client extends pg.Client {
    constructor() {
      super(config());
      // the pool listens to idle connections only: one that breaks between two statements of a transaction would end the process
      this.on("error", () => undefined);
    }
  }
  const pool = new pg.Pool({ ...config(), Client, max: poolSize });
  // without a listener an idle connection that breaks would end the process; once the pool closes it is no news: PostgreSQL
  // may be stopped before it has read our goodbye
  pool.on("error", (error) => {
    if (!pool.ending) log.warn({ reason: error.message }, "an idle database connection broke");
  });
  const connect = (): Promise<DedicatedConnection> => openConnection(config(), log);
  const notifications = new Notifications(connect, log);
  return {
    query: (statement) => runStatement(pool, statement),
    transaction: (work) => inTransaction(pool, work),
    afterCommit: (callback) => callback(),
    connect,
    listener: (subscription) => notifications.listener(subscription),
    close: () => pool.end(),
  };
}

async function inTransaction<T>(pool: pg.Pool, work: (tx: Queryable) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw translateDatabaseError(error);
  });
  const committed: (() => void)[] = [];
  const tx: Queryable = {
    query: (statement) => runStatement(client, statement),
    transaction: (inner) => inSavepoint(tx, inner),
    afterCommit: (callback) => committed.push(callback),
  };
  try {
    await tx.query({ text: "begin" });
    const result = await work(tx);
    await commit(client);
    client.release();
    for (const callback of committed) callback();
    return result;
  } catch (error) {
    await abandon(client, error);
    throw error;
  }
}

/** A connection that can't even roll back, or went silent and would not answer that either, is thrown away, not pooled. */
async function abandon(client: pg.PoolClient, error: unknown): Promise<void> {
  if (!isAnswered(error)) return client.release(true);
  await client.query("rollback").then(
    () => client.release(),
    (failure: unknown) => client.release(failure instanceof Error ? failure : true),
  );
}

/** PostgreSQL answers COMMIT of a failed transaction with a quiet ROLLBACK: whoever swallowed an error must hear of it. */
async function commit(client: pg.ClientBase): Promise<void> {
  const { command } = await client.query("commit").catch((error: unknown) => {
    throw translateDatabaseError(error);
  });
  if (command !== "COMMIT")
    throw new Error("The transaction had failed before and was rolled back instead of committed");
}

/** Same-named savepoints nest in PostgreSQL: the newest is the one meant. */
async function inSavepoint<T>(tx: Queryable, work: (tx: Queryable) => Promise<T>): Promise<T> {
  await tx.query({ text: "savepoint inner_work" });
  try {
    const result = await work(tx);
    await tx.query({ text: "release savepoint inner_work" });
    return result;
  } catch (error) {
    // released as well, or an outer savepoint of the same name would later be mistaken for this one
    await tx.query({ text: "rollback to savepoint inner_work" });
    await tx.query({ text: "release savepoint inner_work" });
    throw error;
  }
}
