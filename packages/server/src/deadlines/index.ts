export { createDeadlineEngine, type DeadlineEngine } from "./deadline-engine.ts";
export type { DueHandler, DueHandlers } from "./handle-due.ts";
