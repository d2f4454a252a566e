import { reportImport } from "../locations/index.ts";
import type { JobCatalogue } from "./catalogue.ts";

export type ReportMeans = Parameters<typeof reportImport>[0];

/** Tells whoever sent a file what came of it. */
export function reportLocationImport(
  means: ReportMeans,
  { customerSourceId, importId }: JobCatalogue["report-location-import"],
): Promise<void> {
  return reportImport(means, { customerSourceId, id: importId });
}
