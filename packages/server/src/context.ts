import type { RaiseQueue } from "./callouts/index.ts";
import type { Capabilities } from "./capabilities.ts";
import type { DeadlineEngine } from "./deadlines/index.ts";
import type { PartnerDirectory, TokenService } from "./partners/index.ts";
import type { Fleet } from "./responders/index.ts";
import type { SessionService } from "./sessions/index.ts";
import type { Readiness } from "./telemetry/readiness.ts";

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
}

/** Everything a request handler may reach: capabilities and the nouns' long-lived services. */
export interface AppContext extends Capabilities {
  readonly settings: Settings;
  readonly partners: PartnerDirectory;
  readonly tokens: TokenService;
  readonly raises: RaiseQueue;
  readonly deadlines: DeadlineEngine;
  readonly fleet: Fleet;
  readonly sessions: SessionService;
  readonly readiness: Readiness;
}
