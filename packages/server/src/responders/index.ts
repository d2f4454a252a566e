export { createFleet } from "./fleet.ts";
export type { Fix, FixVerdict, Fleet, FleetEntry, Responder } from "./types.ts";
