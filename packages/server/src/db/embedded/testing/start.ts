import { onTestFinished } from "vitest";
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from "../index.ts";
import { recordedLog } from "./recorded-log.ts";

/** Starts PostgreSQL in this process; it is stopped at the end of the test at the latest. */
export async function start(
  dataDir: string,
  options: Partial<EmbeddedPostgresOptions> = {},
): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, log: recordedLog(), ...options });
  onTestFinished(() => postgres.stop());
  return postgres;
}
