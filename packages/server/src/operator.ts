/** The door of the command line: what an operator may do with a node and its data. */
export { type Companion, runNode } from "./main.ts";
export { type RunningNode, type StartOptions, startNode } from "./start.ts";
export { type Operator, openOperator } from "./startup/open-operator.ts";
export type { DemoFleet } from "./startup/prepare-demo-fleet.ts";
