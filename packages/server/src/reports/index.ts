export { createDraughtsman, type Draughtsman } from "./draughtsman.ts";
export { loadMappedReport, loadReport } from "./load-report.ts";
export { readMapPath } from "./map-address.ts";
export type { Report } from "./types.ts";
