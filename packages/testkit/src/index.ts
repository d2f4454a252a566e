export { addCustomers, personToken } from "./customers.ts";
export { cloneDatabase, dropDatabase, type PostgresServer, prepareTemplate } from "./databases.ts";
export { installedPostgresFolder, startInstalledPostgres } from "./installed-postgres.ts";
export { untilSomebodyWaits } from "./lock-waits.ts";
export { callNode, signInToDemo } from "./node-client.ts";
export { type NodeProcess, spawnNode } from "./node-process.ts";
export { type Offered, type OfferedResponder, offerTo } from "./offers.ts";
export { addOperator, type TestOperator, type TestRole } from "./operators.ts";
export {
  addSubscriber,
  noticesOfPeople,
  raiseForCustomer,
  registerPerson,
  type TestPerson,
} from "./people.ts";
export { addPlaces } from "./places.ts";
export type { RunningPostgres } from "./postgres.ts";
export { raiseCommand } from "./raises.ts";
export { createReceiver, type ReceivedWebhook, type Receiver, useReceiver } from "./receiver.ts";
export { addResponders, fixAt, type TestFleet, type TestResponder } from "./responders.ts";
export { crashRounds, seeded, testSeed } from "./seeded.ts";
export {
  addResponder,
  bringTo,
  happen,
  nextId,
  raiseCallout,
  type TestCallout,
  type TestRaise,
  type TestStep,
} from "./stories.ts";
export { lastEntry, openStream, type ServerSentEvent, type StreamClient } from "./stream-client.ts";
export { addSubscription, type TestSubscription } from "./subscriptions.ts";
export {
  startSystem,
  type TestPartner,
  type TestRequest,
  type TestResponse,
  type TestSystem,
  useSystem,
} from "./system.ts";
export { VirtualClock } from "./virtual-clock.ts";
export { addVisit, type TestVisit } from "./visits.ts";
export { addWebhook, type TestWebhook } from "./webhooks.ts";
