export * from "./change-signal.ts";
export * from "./database.ts";
export type { DedicatedConnection } from "./dedicated-connection.ts";
export * from "./migrate.ts";
export type { Listener } from "./notifications.ts";
export * from "./probe-database.ts";
export * from "./sql.ts";
export * from "./unavailable.ts";
export * from "./unique-violation.ts";
