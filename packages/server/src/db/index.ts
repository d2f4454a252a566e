export * from "./change-signal.ts";
export * from "./database.ts";
export * from "./listener.ts";
export * from "./migrate.ts";
export * from "./probe-database.ts";
export * from "./sql.ts";
export * from "./unavailable.ts";
export * from "./unique-violation.ts";
