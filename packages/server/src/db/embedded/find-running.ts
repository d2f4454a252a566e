import { readFile } from "node:fs/promises";
import path from "node:path";
import { DATABASE } from "./await-ready.ts";
import { SUPERUSER } from "./cluster.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import type { EmbeddedPostgres } from "./index.ts";

/**
 * How to reach the PostgreSQL that another process runs on a data folder, by what PostgreSQL itself wrote down there.
 * @throws EmbeddedPostgresError when none has said so
 */
export async function findRunningPostgres(dataDir: string): Promise<EmbeddedPostgres["connection"]> {
  const cluster = path.resolve(dataDir, "postgres");
  const text = await readFile(path.join(cluster, "postmaster.pid"), "utf8").catch((cause: unknown) => {
    throw new EmbeddedPostgresError(`No PostgreSQL runs on ${cluster}, or it is not for this user to see.`, {
      cause,
    });
  });
  // pid, data directory, start time, port, socket folder (a relative one is meant from the cluster), TCP address
  const [, , , port, socketFolder, address] = text.split("\n");
  const place = { port: Number(port), user: SUPERUSER, database: DATABASE };
  if (socketFolder) return { host: path.resolve(cluster, socketFolder), ...place };
  if (!address)
    throw new EmbeddedPostgresError(`PostgreSQL on ${cluster} is only starting. Try again in a moment.`);
  const password = await readFile(path.resolve(dataDir, "postgres.password"), "utf8");
  return { host: address, password, ...place };
}
