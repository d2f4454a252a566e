/** What other packages may build a system from: the testkit and the benchmarks. Everything else goes over the wire. */

export { changeCallout, prepareRaise, type RaiseCommand, raiseStatement } from "./callouts/index.ts";
export type { Capabilities, Clock, Random } from "./capabilities.ts";
export { systemClock, systemRandom } from "./clock.ts";
export type { AppContext, Settings } from "./context.ts";
export { startEmbeddedPostgres } from "./db/embedded/index.ts";
export { createChangeSignal, type Database, migrate, openDatabase } from "./db/index.ts";
export { buildApp } from "./http/app.ts";
export { createOutbound, nothingAllowed, readAllowList } from "./outbound/index.ts";
export { createPartner } from "./partners/index.ts";
export { createResponder, createSupplier, type Fix, setShift } from "./responders/index.ts";
export { createServices } from "./services.ts";
export { createLog, type Log } from "./telemetry/log.ts";
