export { createDeadlineEngine, type DeadlineEngine } from "./deadline-engine.ts";
export { type DueDeadline, moveDeadlines } from "./deadline-store.ts";
export type { DueHandler, DueHandlers, LookedAhead } from "./handle-due.ts";
export { createPoller, type Poller } from "./poller.ts";
export { createRealigner } from "./realign.ts";
