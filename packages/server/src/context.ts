import type { QuietMoves, RaiseQueue } from "./callouts/index.ts";
import type { Capabilities } from "./capabilities.ts";
import type { Coverage } from "./coverage/index.ts";
import type { DeadlineEngine } from "./deadlines/index.ts";
import type { FleetView, Router } from "./dispatch/index.ts";
import type { JobQueue } from "./jobs/queue.ts";
import type { CoverageChecks } from "./locations/index.ts";
import type { OperatorService } from "./operators/index.ts";
import type { PartnerDirectory, TokenService } from "./partners/index.ts";
import type { Draughtsman } from "./reports/index.ts";
import type { Fleet, ResponderSignIn } from "./responders/index.ts";
import type { VisitClockwork } from "./scheduled/index.ts";
import type { SessionService } from "./sessions/index.ts";
import type { Streams } from "./streams/index.ts";
import type { SubscriptionReadLimit } from "./subscriptions/index.ts";
import type { Readiness } from "./telemetry/readiness.ts";
import type { WebhookEngine } from "./webhooks/index.ts";

/** How this node presents itself to the outside. */
export interface Settings {
  /** Absolute base of every address we hand out, without a trailing slash. */
  readonly publicUrl: string;
  /** Tests refuse an answer that misses its own schema; production sends it and reports. */
  readonly strictAnswers: boolean;
  /** Whether the demo tenants, whose secrets everybody knows, may sign in here. */
  readonly demo: boolean;
  /** Browsers of these origins may read answers. */
  readonly corsOrigins: readonly string[];
  /** Who knows how long drives take; null: they are estimated. */
  readonly router: Router | null;
}

/** Everything a request handler may reach: capabilities and the nouns' long-lived services. */
export interface AppContext extends Capabilities {
  readonly settings: Settings;
  readonly partners: PartnerDirectory;
  readonly tokens: TokenService;
  readonly raises: RaiseQueue;
  readonly quietMoves: QuietMoves;
  readonly deadlines: DeadlineEngine;
  readonly visits: VisitClockwork;
  readonly fleet: Fleet;
  /** What dispatch ranks by. */
  readonly fleetView: FleetView;
  readonly coverage: Coverage;
  readonly coverageChecks: CoverageChecks;
  /** Chores: what no callout waits for. */
  readonly jobs: JobQueue;
  readonly sessions: SessionService;
  readonly operators: OperatorService;
  readonly responderSignIn: ResponderSignIn;
  readonly streams: Streams;
  readonly subscriptionReads: SubscriptionReadLimit;
  readonly webhooks: WebhookEngine;
  readonly draughtsman: Draughtsman;
  readonly readiness: Readiness;
}
