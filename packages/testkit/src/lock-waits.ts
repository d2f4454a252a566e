import type { TestSystem } from "./system.ts";

const waiting =
  "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";

/** Resolves as soon as a transaction waits for a lock that another one holds; without a sleep, so as soon as it is so. */
export async function untilSomebodyWaits({ context }: Pick<TestSystem, "context">): Promise<void> {
  while ((await context.db.query({ text: waiting })).length === 0);
}
