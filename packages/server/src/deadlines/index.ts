export { createDeadlineEngine, type DeadlineEngine } from "./deadline-engine.ts";
