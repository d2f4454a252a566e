import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLog, type Database, openDatabase, startEmbeddedPostgres } from "@tocsin/server";

/** A PostgreSQL that nobody else uses, in a folder of its own. */
export interface OwnDatabase {
  readonly db: Database;
  readonly connection: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly database: string;
  };
  /** The same as `DATABASE_URL` takes it. */
  readonly url: string;
  /** Room for files that go when the database goes. */
  readonly folder: string;
}

/** Starts one, empty; it ends with `stack`. */
export async function startOwnDatabase(stack: AsyncDisposableStack): Promise<OwnDatabase> {
  const log = createLog("silent");
  const folder = stack.adopt(await mkdtemp(join(tmpdir(), "tocsin-bench-")), (path) =>
    rm(path, { recursive: true, force: true }),
  );
  const postgres = stack.adopt(await startEmbeddedPostgres({ dataDir: folder, log }), (running) =>
    running.stop(),
  );
  const { host, port, user, database } = postgres.connection;
  const url = `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
  const db = stack.adopt(openDatabase(postgres.connection, log, 2), (open) => open.close());
  return { db, connection: { host, port, user, database }, url, folder };
}
