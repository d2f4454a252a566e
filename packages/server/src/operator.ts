/** The door of the command line: what an operator may do with a node and its data. */
export { runNode } from "./main.ts";
export { type RunningNode, startNode, type StartOptions } from "./start.ts";
