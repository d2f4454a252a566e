import { createRaiseQueue } from "./callouts/index.ts";
import type { Capabilities } from "./capabilities.ts";
import type { AppContext, Settings } from "./context.ts";
import { probeDatabase } from "./db/index.ts";
import { createDeadlineEngine } from "./deadlines/index.ts";
import { createDispatchHandler, createProgressHandler, estimateOnly } from "./dispatch/index.ts";
import { createPartnerDirectory, createTokenService } from "./partners/index.ts";
import { createFleet } from "./responders/index.ts";
import { createSessionService } from "./sessions/index.ts";
import { createReadiness } from "./telemetry/readiness.ts";

/** The only wiring of the nouns. Nothing runs yet: `start.ts` starts what lives on its own. */
export function createServices(capabilities: Capabilities, settings: Settings): AppContext {
  const partners = createPartnerDirectory(capabilities);
  const fleet = createFleet(capabilities);
  const view = { fleet, eta: estimateOnly, suppliersCovering: () => null };
  const deadlines = createDeadlineEngine(capabilities, partners, {
    dispatch: createDispatchHandler(view, partners),
    progress: createProgressHandler(fleet),
  });
  return {
    ...capabilities,
    settings,
    partners,
    tokens: createTokenService(capabilities, partners, settings),
    raises: createRaiseQueue(capabilities),
    deadlines,
    fleet,
    sessions: createSessionService(capabilities),
    readiness: createReadiness(() => probeDatabase(capabilities.db)),
  };
}
