import type { Capabilities, Clock, Random } from "./capabilities.ts";
import { systemClock, systemRandom } from "./clock.ts";
import type { Config } from "./config/index.ts";
import type { AppContext, Settings } from "./context.ts";
import { createChangeSignal, type Database } from "./db/index.ts";
import { resumeImports } from "./locations/index.ts";
import { createOutbound } from "./outbound/index.ts";
import { createServices } from "./services.ts";
import { describeNode } from "./startup/announcement.ts";
import { listen } from "./startup/listen.ts";
import { createPhases, type Phases } from "./startup/phases.ts";
import { type DemoFleet, prepareDemoFleet } from "./startup/prepare-demo-fleet.ts";
import { prepareTenants } from "./startup/prepare-tenants.ts";
import { openStorage } from "./startup/storage.ts";
import type { Log } from "./telemetry/log.ts";
import { forgetNodes } from "./webhooks/index.ts";

export interface StartOptions {
  readonly log: Log;
  readonly clock?: Clock;
  readonly random?: Random;
  /** Gives up a start that is under way, and stops what it had started. */
  readonly signal?: AbortSignal;
  /** Gets the text for whoever starts the node. /readyz answers 200 only after it. */
  readonly announce?: (text: string) => void | Promise<void>;
}

export interface RunningNode {
  /** Where it answers on this machine, such as `http://127.0.0.1:8080`. */
  readonly address: string;
  readonly context: AppContext;
  /** Whom a simulator may sign in as, if there is to be one. */
  readonly demoFleet: DemoFleet | null;
  /** Finishes what is in flight and stops everything, the embedded database too: within 5 s, whatever hangs. */
  stop(): Promise<void>;
}

/**
 * Starts a whole node in named phases, each with a time limit, in order: data folder, PostgreSQL, migrations, tenants,
 * services, the demo's fleet, HTTP, deadlines, webhooks. When one fails, what was started before it is stopped in reverse.
 */
export async function startNode(config: Config, options: StartOptions): Promise<RunningNode> {
  const { log, signal = new AbortController().signal } = options;
  const startedAt = performance.now();
  const phases = createPhases(log, signal);
  const storage = await openStorage(phases, config, log);
  const capabilities = makeCapabilities(storage.db, config, options);
  const tenants = await phases.run({
    name: "tenants",
    startSeconds: 20,
    start: () => prepareTenants(capabilities, config),
  });
  // a port of the system's choice is known only when we listen; nobody needs the address before
  const settings = { ...config, publicUrl: config.publicUrl ?? "", strictAnswers: false };
  const context = await startServices(phases, capabilities, settings);
  const demoFleet = await phases.run({
    name: "demo fleet",
    startSeconds: 20,
    start: () => prepareDemoFleet(context, config, tenants),
  });
  const release = context.readiness.hold("The node is starting.");
  const { onThisMachine: address, forOthers } = await listen(phases, context, config);
  settings.publicUrl ||= forOthers;
  await startClockworks(phases, context);
  await startWebhooks(phases, context, { isAlone: storage.folder !== null });
  await startJobs(phases, context);
  await phases.run({
    name: "announcement",
    startSeconds: 10,
    start: async () => {
      await storage.folder?.announce({ address });
      await options.announce?.(await describeNode({ config, address, storage, tenants, context }));
    },
  });
  release();
  log.info({ address, ms: Math.round(performance.now() - startedAt) }, "ready");
  return {
    address,
    context,
    demoFleet,
    stop() {
      context.readiness.hold("The node is stopping.");
      return phases.stop();
    },
  };
}

function makeCapabilities(db: Database, config: Config, options: StartOptions): Capabilities {
  const { log, clock = systemClock(), random = systemRandom } = options;
  const changes = createChangeSignal(db, log);
  const outbound = createOutbound({ allowed: config.outboundAllowed, clock });
  return { db, clock, random, log, changes, outbound };
}

function startServices(phases: Phases, capabilities: Capabilities, settings: Settings): Promise<AppContext> {
  return phases.run({
    name: "services",
    startSeconds: 10,
    start: async () => {
      const context = createServices(capabilities, settings);
      const { changes, partners, sessions, fleet, coverage } = context;
      const services = [changes, partners, sessions, fleet, coverage];
      await Promise.all(services.map((service) => service.start()));
      context.changes.subscribe(() => context.deadlines.wake());
      context.changes.subscribe(() => context.webhooks.wake());
      return context;
    },
    stopSeconds: 0.2,
    stop: async ({
      raises,
      quietMoves,
      partners,
      sessions,
      fleet,
      coverage,
      changes,
      draughtsman,
      outbound,
    }) => {
      const followers = [partners, sessions, fleet, coverage, changes];
      const services = [raises, quietMoves, ...followers, draughtsman, outbound];
      await Promise.all(services.map((service) => service.stop()));
    },
  });
}

function startJobs(phases: Phases, { jobs, db }: AppContext): Promise<void> {
  return phases.run({
    name: "jobs",
    startSeconds: 30,
    start: async () => {
      await jobs.start();
      await resumeImports({ db, jobs });
    },
    stopSeconds: 1.2,
    stop: () => jobs.stop(),
  });
}

function startClockworks(phases: Phases, { deadlines, visits, coverageChecks }: AppContext): Promise<void> {
  const clockworks = [deadlines, visits, coverageChecks];
  return phases.run({
    name: "deadlines",
    startSeconds: 5,
    start: () => {
      for (const clockwork of clockworks) clockwork.start();
    },
    stopSeconds: 0.2,
    stop: async () => {
      await Promise.all(clockworks.map((clockwork) => clockwork.stop()));
    },
  });
}

/** @param node `isAlone`: nobody else can be at its database, so that nothing has to wait for who was there before */
function startWebhooks(
  phases: Phases,
  { webhooks, db }: AppContext,
  node: { isAlone: boolean },
): Promise<void> {
  return phases.run({
    name: "webhooks",
    startSeconds: 5,
    start: async () => {
      if (node.isAlone) await forgetNodes(db);
      webhooks.start();
    },
    stopSeconds: 0.1,
    stop: () => webhooks.stop(),
  });
}
