import { mkdir } from "node:fs/promises";
import path from "node:path";
import { DATABASE } from "./await-ready.ts";
import { findBinaries } from "./binaries.ts";
import { prepareCluster, SUPERUSER } from "./cluster.ts";
import { type Connection, ensurePasswordFile, openSocketEndpoint, openTcpEndpoint } from "./endpoint.ts";
import { launch } from "./launch.ts";
import type { Log } from "./log.ts";
import { stopOnWindows } from "./on-windows.ts";
import { stopOrphan } from "./orphan.ts";
import { planRun } from "./run-as.ts";
import { openServerLog } from "./server-log.ts";

export type { Log } from "./log.ts";

/** A running PostgreSQL that belongs to this process. */
export interface EmbeddedPostgres {
  /** What `pg` needs to connect as the owner of the database. */
  readonly connection: Connection & { readonly user: string; readonly database: string };
  /** Fast shutdown; after 3 s an immediate one, which loses nothing either. Resolves when it has gone; may be called twice. */
  stop(): Promise<void>;
  /** Settles when PostgreSQL has ended, asked to or by itself: its exit code, or null when it was killed. */
  readonly exited: Promise<number | null>;
}

export interface EmbeddedPostgresOptions {
  /** The data folder: the cluster goes to `postgres/`, PostgreSQL's log to `log/postgres.log`. Hold it (data-folder.ts) first. */
  readonly dataDir: string;
  readonly log: Log;
  /** Default: a unix socket, but on Windows TCP on the loopback address with a password. */
  readonly transport?: "socket" | "tcp";
}

/**
 * Starts PostgreSQL on the data folder and resolves when it answers queries. Creates the cluster the first time,
 * recovers from whatever an earlier run left behind, and works for root as for an ordinary user.
 *
 * @throws EmbeddedPostgresError when it cannot run here, or the folder's cluster is not one that it can open.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log, transport = process.platform === "win32" ? "tcp" : "socket" } = options;
  const dataDir = path.resolve(options.dataDir);
  const cluster = path.join(dataDir, "postgres");
  await mkdir(dataDir, { recursive: true, mode: 0o700 });

  const passwordFile = transport === "tcp" ? path.join(dataDir, "postgres.password") : undefined;
  if (passwordFile) await ensurePasswordFile(passwordFile);
  const plan = await planRun({
    binaries: await findBinaries(path.join(dataDir, "binaries")),
    dataDir,
    cluster,
    log,
  });
  await (process.platform === "win32" ? stopOnWindows(plan.binaries, cluster) : stopOrphan(cluster, log));
  await prepareCluster({ cluster, plan, passwordFile, log });

  await using resources = new AsyncDisposableStack();
  const serverLog = resources.adopt(await openServerLog(path.join(dataDir, "log")), (file) => file.close());
  const endpoint = resources.adopt(
    passwordFile ? await openTcpEndpoint(passwordFile) : await openSocketEndpoint(cluster, plan.runAs),
    (opened) => opened.dispose(),
  );
  const server = await launch({ cluster, plan, endpoint, serverLog, log });
  const untilExit = resources.move();

  let stopping = false;
  const exited = server.exited.then(async (code) => {
    if (!stopping) log.error({ code, said: await serverLog.tail(20) }, "PostgreSQL ended by itself");
    await untilExit.disposeAsync();
    return code;
  });
  return {
    connection: { ...endpoint.connection, user: SUPERUSER, database: DATABASE },
    exited,
    async stop() {
      stopping = true;
      await server.release();
      await exited;
    },
  };
}
