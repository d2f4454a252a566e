export * from "./database.ts";
export * from "./migrate.ts";
export * from "./sql.ts";
export * from "./unavailable.ts";
