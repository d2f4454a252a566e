export { loadMappedReport, loadReport } from "./load-report.ts";
export { readMapPath } from "./map-address.ts";
export { renderMap, renderPdf } from "./render.ts";
export type { Report } from "./types.ts";
