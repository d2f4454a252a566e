export { type Simulation, type SimulationOptions, startSimulation } from "./start-simulation.ts";
export type { SimulatedPerson } from "./types.ts";
