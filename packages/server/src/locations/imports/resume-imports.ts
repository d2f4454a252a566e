import type { Capabilities } from "../../capabilities.ts";
import type { JobSender } from "../../jobs/catalogue.ts";
import { listUnfinished } from "./import-store.ts";

/**
 * Leaves a job for each tenant of whom a file is not finished: whoever starts goes on at once with what a node that died had begun,
 * instead of when its heartbeat is missed. Where another node is at it, that one goes on.
 */
export async function resumeImports({
  db,
  jobs,
}: Pick<Capabilities, "db"> & { readonly jobs: JobSender }): Promise<void> {
  for (const customerSourceId of await listUnfinished(db))
    await jobs.send(db, "import-locations", { customerSourceId });
}
