export { actOnCallout, sendResponder } from "./act-on-callout.ts";
export { controllerEvents } from "./controller-events.ts";
export { readCalloutFile } from "./read-callout-file.ts";
export { readCandidates } from "./read-candidates.ts";
export { type Health, readHealth } from "./read-health.ts";
export {
  findQueueRow,
  findQueueRows,
  locateCallout,
  readQueue,
} from "./read-queue.ts";
export type { CalloutFile, QueueRow } from "./types.ts";
