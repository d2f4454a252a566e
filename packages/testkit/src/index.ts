export { addCustomers } from "./customers.ts";
export { untilSomebodyWaits } from "./lock-waits.ts";
export { addPlaces } from "./places.ts";
export { cloneDatabase, dropDatabase, type PostgresServer, prepareTemplate } from "./databases.ts";
export { installedPostgresFolder, startInstalledPostgres } from "./installed-postgres.ts";
export type { RunningPostgres } from "./postgres.ts";
export {
  startSystem,
  type TestPartner,
  type TestRequest,
  type TestResponse,
  type TestSystem,
  useSystem,
} from "./system.ts";
export { VirtualClock } from "./virtual-clock.ts";
export { type NodeProcess, spawnNode } from "./node-process.ts";
export { raiseCommand } from "./raises.ts";
export { crashRounds, seeded } from "./seeded.ts";
