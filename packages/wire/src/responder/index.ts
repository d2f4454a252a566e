export * from "./actions.ts";
export * from "./position-fix.ts";
export * from "./positions.ts";
export * from "./read-position.ts";
export * from "./sessions.ts";
export * from "./state.ts";
export * from "./stream.ts";
