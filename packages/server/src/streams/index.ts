export type { ControlMessage } from "./control-source.ts";
export type { Following } from "./following.ts";
export { writePosition } from "./position.ts";
export type { ResponderMessage } from "./responder-source.ts";
export { createResponderWatch } from "./responder-watch.ts";
export { createStreams, type Streams } from "./streams.ts";
