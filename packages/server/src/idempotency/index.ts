export { runOnce } from "./run-once.ts";
