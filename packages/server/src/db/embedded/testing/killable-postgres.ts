import { createLog } from "../../../telemetry/log.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../index.ts";
import { processesOf } from "./processes.ts";

/** A PostgreSQL of the test's own: nodes that work on it come and go. */
export interface KillablePostgres {
  readonly connection: EmbeddedPostgres["connection"];
  /** The same as a node is told it. */
  readonly url: string;
  /** Kills all of its processes at once and starts it again; it then answers elsewhere. */
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

export async function startKillablePostgres(dataDir: string): Promise<KillablePostgres> {
  const start = (): Promise<EmbeddedPostgres> => startEmbeddedPostgres({ dataDir, log: createLog("silent") });
  let postgres = await start();
  return {
    get connection() {
      return postgres.connection;
    },
    get url() {
      return urlOf(postgres.connection);
    },
    async killAndRestart() {
      for (const { pid } of await processesOf(dataDir)) killIfThere(pid);
      await postgres.exited.catch(() => null);
      postgres = await start();
    },
    stop: () => postgres.stop(),
  };
}

/** A backend whose node has just died may have ended by itself since it was listed. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** A socket's folder stands in the query, where a host name can't have slashes. */
function urlOf({ host, port, user, database, password }: EmbeddedPostgres["connection"]): string {
  const secret = password === undefined ? "" : `:${encodeURIComponent(password)}`;
  const place = host.startsWith("/") ? "localhost" : `${host}:${port}`;
  const socket = host.startsWith("/") ? `?host=${encodeURIComponent(host)}&port=${port}` : "";
  return `postgresql://${user}${secret}@${place}/${database}${socket}`;
}
