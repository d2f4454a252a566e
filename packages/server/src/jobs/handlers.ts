import type { JobHandlers } from "./catalogue.ts";
import { clearAway } from "./clear-away.ts";
import { importLocations } from "./import-locations.ts";
import { type ReportMeans, reportLocationImport } from "./report-location-import.ts";

type Means = Parameters<typeof importLocations>[0] & Parameters<typeof clearAway>[0] & ReportMeans;

/** @param means asked for when a job is done, since jobs leave jobs too */
export function createJobHandlers(means: () => Means): JobHandlers {
  return {
    "import-locations": (told, stopping) => importLocations(means(), told, stopping),
    "report-location-import": (told) => reportLocationImport(means(), told),
    "clear-away": async (_told, stopping) => {
      await clearAway(means(), stopping);
    },
  };
}
