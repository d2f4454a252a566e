import { setTimeout } from "node:timers/promises";
import { run } from "./run.ts";

const stop = new AbortController();
process.once("SIGINT", () => stop.abort());

process.exitCode = await run(process.argv.slice(2), process.env, {
  log: (line) => process.stdout.write(`${line}\n`),
  pause: () => setTimeout(500),
  signal: stop.signal,
});
