import { type ImportMeans, runImports } from "../locations/index.ts";
import type { JobCatalogue } from "./catalogue.ts";
import { readInThread } from "./read-in-thread.ts";

/** Works through the files that a tenant has sent. */
export function importLocations(
  means: ImportMeans,
  { customerSourceId }: JobCatalogue["import-locations"],
  stopping: AbortSignal,
): Promise<void> {
  return runImports(means, customerSourceId, readInThread, stopping);
}
