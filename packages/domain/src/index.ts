export * from "./callout/events.ts";
export * from "./callout/state.ts";
export * from "./callout/timing.ts";
export * from "./callout/transition.ts";
export * from "./policies.ts";
export * from "./reference-data.ts";
