export { createArea, deleteArea, updateArea } from "./change-areas.ts";
export { createCoverage } from "./coverage.ts";
export { listAreas } from "./coverage-store.ts";
export { type CoveredPolygon, pageCoveredPolygons } from "./covered-polygons.ts";
export type { Coverage, CoverageArea, PlaceCoverage } from "./types.ts";
