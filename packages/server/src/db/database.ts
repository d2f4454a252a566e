import pg, { type ClientConfig, type QueryResultRow } from "pg";
import type { Log } from "../telemetry/log.ts";
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
  close(): Promise<void>;
}

export interface DedicatedConnection extends Pick<Queryable, "query"> {
  readonly lost: boolean;
  /** Settles when the connection has ended, asked to or not. */
  readonly ended: Promise<void>;
  /** What others NOTIFY on the channels this connection LISTENs to. */
  onNotification(hear: (payload: string) => void): void;
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
  // without a listener an idle connection that breaks would end the process
  pool.on("error", (error) => log.warn({ reason: error.message }, "an idle database connection broke"));
  return {
    query: (statement) => run(pool, statement),
    transaction: (work) => inTransaction(pool, work),
    afterCommit: (callback) => callback(),
    connect: () => openConnection(config(), log),
    close: () => pool.end(),
  };
}

async function run<Row extends QueryResultRow>(
  target: pg.Pool | pg.ClientBase,
  statement: Statement,
): Promise<Row[]> {
  try {
    return (await target.query<Row>(statement)).rows;
  } catch (error) {
    throw translateDatabaseError(error);
  }
}

async function inTransaction<T>(pool: pg.Pool, work: (tx: Queryable) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw translateDatabaseError(error);
  });
  const committed: (() => void)[] = [];
  const tx: Queryable = {
    query: (statement) => run(client, statement),
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

async function openConnection(config: ClientConfig, log: Log): Promise<DedicatedConnection> {
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
  return {
    get lost() {
      return lost;
    },
    ended: ended.promise,
    onNotification: (hear) => {
      client.on("notification", ({ payload }) => hear(payload ?? ""));
    },
    query: (statement) => run(client, statement),
    close: () => client.end(),
  };
}
