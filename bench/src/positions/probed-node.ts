import { runNode } from "@tocsin/server/operator";
import { probeNearest } from "./probe-nearest.ts";

/** A node as an operator runs it, with a probe inside that asks for the nearest responders meanwhile. */
await runNode((node) => probeNearest(node.context.fleet));
