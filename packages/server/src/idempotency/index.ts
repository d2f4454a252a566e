export { type KeyedRequest, runOnce, type StoredAnswer } from "./run-once.ts";
