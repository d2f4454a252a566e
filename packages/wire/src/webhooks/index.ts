export * from "./deliveries.ts";
export * from "./events.ts";
export { hiddenHeaderValue } from "./headers.ts";
export * from "./payloads.ts";
export * from "./registration.ts";
