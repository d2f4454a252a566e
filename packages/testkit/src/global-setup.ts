import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLog, startEmbeddedPostgres } from "@tocsin/server";
import type { TestProject } from "vitest/node";
import { prepareTemplate } from "./databases.ts";
import type { RunningPostgres } from "./postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The PostgreSQL server of this run; each test file clones a database from its template. */
    postgres: { host: string; port: number; user: string };
  }
}

/** One embedded PostgreSQL for the whole run, thrown away after it. */
export default function setup(project: TestProject): Promise<() => Promise<void>> {
  return provide(project, (folder) => startEmbeddedPostgres({ dataDir: folder, log: createLog("silent") }));
}

export async function provide(
  project: TestProject,
  start: (folder: string) => Promise<RunningPostgres>,
): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "tocsin-test-"));
  const postgres = await start(folder);
  const { host, port, user } = postgres.connection;
  await prepareTemplate({ host, port, user });
  project.provide("postgres", { host, port, user });
  return async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
