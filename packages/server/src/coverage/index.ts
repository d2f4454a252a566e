export { createArea, deleteArea, updateArea } from "./change-areas.ts";
export { createCoverage } from "./coverage.ts";
export { listAreas } from "./coverage-store.ts";
export type { AreaChange, AreaInput, Coverage, CoverageArea, Geometry } from "./types.ts";
