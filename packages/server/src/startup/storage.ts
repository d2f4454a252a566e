import type { Config } from "../config/index.ts";
import { type DataFolder, openDataFolder } from "../data-folder.ts";
import { startEmbeddedPostgres } from "../db/embedded/index.ts";
import { type ConnectionSettings, type Database, migrate, openDatabase } from "../db/index.ts";
import type { Log } from "../telemetry/log.ts";
import { awaitDatabase } from "./await-database.ts";
import type { Phases } from "./phases.ts";
import { supervisePostgres } from "./supervise-postgres.ts";

/** The database, migrated, and whose it is. */
export interface Storage {
  readonly db: Database;
  /** The folder that this node holds; null when the database is elsewhere. */
  readonly folder: DataFolder | null;
}

/** How long a database of somebody else's may take to come, for instance when both start with the machine. */
const databasePatienceSeconds = 30;

/** Neither of these is slow by itself: the first may replay the log of a crash, the second may rewrite large tables. */
const recoverySeconds = 600;
const migrationSeconds = 600;

/** PostgreSQL gets 3 s to end politely and is then ended at once, which loses nothing (db/embedded/leash.ts). */
const postgresStopSeconds = 3.2;

export async function openStorage(phases: Phases, config: Config, log: Log): Promise<Storage> {
  const folder = config.databaseUrl === null ? await holdFolder(phases, config.dataFolder) : null;
  const settings = folder
    ? await startPostgres(phases, folder, log)
    : { connectionString: config.databaseUrl ?? "" };
  const db = await phases.run({
    name: "database",
    startSeconds: databasePatienceSeconds + 10,
    start: (signal) => connect(settings, log, signal),
    stopSeconds: 0.1,
    stop: (connected) => connected.close(),
  });
  await phases.run({
    name: "migrations",
    startSeconds: migrationSeconds,
    start: () => migrateWithoutLimits(settings, log),
  });
  return { db, folder };
}

function holdFolder(phases: Phases, path: string): Promise<DataFolder> {
  return phases.run({
    name: "data folder",
    startSeconds: 10,
    start: () => openFolder(path),
    stopSeconds: 0.1,
    stop: (folder) => folder.release(),
  });
}

async function openFolder(path: string): Promise<DataFolder> {
  try {
    return await openDataFolder(path);
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error;
    const right = "Give this user the right to write there, or set TOCSIN_DATA to another folder.";
    throw new Error(`The data folder ${path} cannot be used (${error.message}). ${right}`, { cause: error });
  }
}

async function startPostgres(phases: Phases, folder: DataFolder, log: Log): Promise<ConnectionSettings> {
  const postgres = await phases.run({
    name: "embedded PostgreSQL",
    startSeconds: recoverySeconds,
    start: () => supervisePostgres(() => startEmbeddedPostgres({ dataDir: folder.path, log }), log),
    stopSeconds: postgresStopSeconds,
    stop: (supervised) => supervised.stop(),
  });
  return () => postgres.connection();
}

async function connect(settings: ConnectionSettings, log: Log, signal: AbortSignal): Promise<Database> {
  const db = openDatabase(settings, log);
  try {
    await awaitDatabase(db, { log, signal, patienceSeconds: databasePatienceSeconds });
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** On a connection of its own: a migration may take longer than any request, and so may waiting for another node's. */
async function migrateWithoutLimits(settings: ConnectionSettings, log: Log): Promise<void> {
  const located = typeof settings === "function" ? settings() : settings;
  const db = openDatabase({ ...located, statement_timeout: 0, query_timeout: 0 }, log, 1);
  try {
    const ran = await migrate(db);
    if (ran.length > 0) log.info({ migrations: ran }, "brought the schema up to date");
  } finally {
    await db.close();
  }
}
