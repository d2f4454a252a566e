import type { TestProject } from "vitest/node";
import { provide } from "./global-setup.ts";
import { startInstalledPostgres } from "./installed-postgres.ts";

/** The machine's own PostgreSQL instead of the embedded one: what `DATABASE_URL` promises is tested too. */
export default function setup(project: TestProject): Promise<() => Promise<void>> {
  return provide(project, startInstalledPostgres);
}
