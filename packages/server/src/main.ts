import { type Config, ConfigError, decideConfig, readEnvironment } from "./config/index.ts";
import { type RunningNode, startNode } from "./start.ts";
import { onStopSignal } from "./startup/stop-signals.ts";
import { createLog } from "./telemetry/log.ts";

/** What else runs in the process as long as the node does. */
export type Companion = (node: RunningNode) => { stop(): Promise<void> } | null;

/**
 * Runs a node as the environment says, until it is told to stop. The only way this process ends is in here.
 * @param companion begins when the node is ready, and ends before it
 */
export async function runNode(companion: Companion = () => null): Promise<void> {
  // a terminal or a pipe that goes away must not take the alarms with it
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  const config = readConfig();
  const log = createLog(config.logLevel, process.stderr);
  const stop = new AbortController();
  onStopSignal({
    first: (signal) => stop.abort(new Error(`Stopped by ${signal} before it was ready.`)),
    second: () => process.exit(1),
  });
  let node: RunningNode;
  try {
    node = await startNode(config, {
      log,
      signal: stop.signal,
      announce: (text) => void process.stdout.write(text),
    });
  } catch (error) {
    log.debug({ err: error }, "the start failed");
    fail(error, stop.signal.aborted ? 0 : 1);
  }
  const accompanying = companion(node);
  await aborted(stop.signal);
  process.stdout.write("Stopping.\n");
  await accompanying?.stop();
  await node.stop();
  process.exit(0);
}

function readConfig(): Config {
  try {
    return decideConfig(readEnvironment(), process.cwd());
  } catch (error) {
    if (error instanceof ConfigError) fail(error, 2);
    throw error;
  }
}

function fail(error: unknown, exitCode: number): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(exitCode);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

if (import.meta.main) await runNode();
