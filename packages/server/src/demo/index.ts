export { advanceCallout } from "./advance-callout.ts";
export type { DemoResponder } from "./demo-responders.ts";
export { type Demo, demoClient, emptyDemoClient, seedDemo } from "./seed-demo.ts";
export { seedDemoCoverage } from "./seed-demo-coverage.ts";
export { seedDemoFleet } from "./seed-demo-fleet.ts";
