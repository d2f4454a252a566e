import { systemClock, systemRandom } from "./clock.ts";
import type { Clock, Random } from "./capabilities.ts";
import type { Config } from "./config/index.ts";
import type { AppContext } from "./context.ts";
import { createServices } from "./services.ts";
import { describeNode } from "./startup/banner.ts";
import { listen } from "./startup/listen.ts";
import { createPhases, type Phases } from "./startup/phases.ts";
import { prepareTenants } from "./startup/prepare-tenants.ts";
import { openStorage } from "./startup/storage.ts";
import type { Log } from "./telemetry/log.ts";

export interface StartOptions {
  readonly log: Log;
  readonly clock?: Clock;
  readonly random?: Random;
  /** Gives up a start that is under way, and stops what it had started. */
  readonly signal?: AbortSignal;
  /** Gets the text for whoever started the node, before /readyz first answers 200. */
  readonly announce?: (text: string) => void;
}

export interface RunningNode {
  /** Where it answers on this machine, such as `http://127.0.0.1:8080`. */
  readonly address: string;
  readonly context: AppContext;
  /** Finishes what is in flight and stops everything, the database too: within 5 s, whatever hangs. */
  stop(): Promise<void>;
}

/**
 * Starts a whole node in named phases, each with a time limit, in order: storage, tenants, services, HTTP, deadlines.
 * When one fails, what was started before it is stopped in reverse.
 */
export async function startNode(config: Config, options: StartOptions): Promise<RunningNode> {
  const { log, clock = systemClock(), random = systemRandom, signal = new AbortController().signal } = options;
  const startedAt = performance.now();
  const phases = createPhases(log, signal);
  const storage = await openStorage(phases, config, log);
  const capabilities = { db: storage.db, clock, random, log };
  const tenants = await phases.run({
    name: "tenants",
    startSeconds: 20,
    start: () => prepareTenants(capabilities, config.demo),
  });
  const settings = { ...decided(config), publicUrl: config.publicUrl ?? "" };
  const context = await startServices(phases, capabilities, settings);
  const release = context.readiness.hold("The node is starting.");
  const address = await listen(phases, context, config);
  settings.publicUrl ||= address.forOthers;
  await storage.announce(address.onThisMachine);
  await startDeadlines(phases, context);
  options.announce?.(await describeNode({ config, address, storage, tenants, context }));
  release();
  log.info({ address: address.onThisMachine, ms: Math.round(performance.now() - startedAt) }, "ready");
  return {
    address: address.onThisMachine,
    context,
    stop() {
      context.readiness.hold("The node is stopping.");
      return phases.stop();
    },
  };
}
