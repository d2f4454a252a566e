export { addCustomers } from "./customers.ts";
export { cloneDatabase, dropDatabase, type PostgresServer, prepareTemplate } from "./databases.ts";
export { installedPostgresFolder, startInstalledPostgres } from "./installed-postgres.ts";
export { untilSomebodyWaits } from "./lock-waits.ts";
export { callNode, signInToDemo } from "./node-client.ts";
export { type NodeProcess, spawnNode } from "./node-process.ts";
export { addPlaces } from "./places.ts";
export type { RunningPostgres } from "./postgres.ts";
export { crashRounds, seeded } from "./seeded.ts";
export {
  startSystem,
  type TestPartner,
  type TestRequest,
  type TestResponse,
  type TestSystem,
  useSystem,
} from "./system.ts";
export { VirtualClock } from "./virtual-clock.ts";
