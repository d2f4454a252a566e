import { createQuietMoves, createRaiseQueue } from "./callouts/index.ts";
import type { Capabilities } from "./capabilities.ts";
import type { AppContext, Settings } from "./context.ts";
import { createCoverage } from "./coverage/index.ts";
import { probeDatabase } from "./db/index.ts";
import { createDeadlineEngine } from "./deadlines/index.ts";
import { createDispatcher, createEtaSource, createProgressHandler } from "./dispatch/index.ts";
import { createNoticePresenter } from "./http/panic-v2/notifiers/present-notices.ts";
import { createJobHandlers } from "./jobs/handlers.ts";
import { createJobQueue, type JobQueue } from "./jobs/queue.ts";
import { createCoverageChecks } from "./locations/index.ts";
import { createOperatorService } from "./operators/index.ts";
import { createPartnerDirectory, createTokenService } from "./partners/index.ts";
import { createDraughtsman } from "./reports/index.ts";
import { createFleet, createResponderSignIn } from "./responders/index.ts";
import { createVisitClockwork } from "./scheduled/index.ts";
import { createSessionService } from "./sessions/index.ts";
import { createStreams } from "./streams/index.ts";
import { createSubscriptionReadLimit } from "./subscriptions/index.ts";
import { createReadiness } from "./telemetry/readiness.ts";
import { createWebhookEngine } from "./webhooks/index.ts";

/** The only wiring of the nouns. Nothing runs yet: `start.ts` starts what lives on its own. */
export function createServices(capabilities: Capabilities, settings: Settings): AppContext {
  const partners = createPartnerDirectory(capabilities);
  const fleet = createFleet(capabilities, settings);
  const coverage = createCoverage(capabilities);
  const sessions = createSessionService(capabilities);
  const view = {
    fleet,
    eta: createEtaSource(settings.router, capabilities),
    suppliersCovering: coverage.suppliersCovering,
  };
  const deadlines = createDeadlineEngine(capabilities, partners, {
    ...createDispatcher(capabilities, view, partners),
    progress: createProgressHandler(fleet),
  });
  const jobs: JobQueue = createJobQueue(
    capabilities,
    createJobHandlers(() => ({ ...capabilities, partners, coverage, jobs })),
  );
  return {
    ...capabilities,
    jobs,
    settings,
    partners,
    tokens: createTokenService(capabilities, partners, settings),
    raises: createRaiseQueue(capabilities),
    quietMoves: createQuietMoves(capabilities),
    deadlines,
    visits: createVisitClockwork(capabilities),
    fleet,
    fleetView: view,
    coverage,
    coverageChecks: createCoverageChecks(capabilities, coverage),
    sessions,
    operators: createOperatorService(capabilities, sessions, settings),
    responderSignIn: createResponderSignIn(capabilities, sessions, settings),
    streams: createStreams(capabilities),
    subscriptionReads: createSubscriptionReadLimit(capabilities),
    webhooks: createWebhookEngine(capabilities, createNoticePresenter(settings)),
    draughtsman: createDraughtsman(),
    readiness: createReadiness(() => probeDatabase(capabilities.db)),
  };
}
