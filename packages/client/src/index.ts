export type { CallOptions } from "./call.ts";
export { type Client, type ClientOptions, createClient } from "./create-client.ts";
export type * from "./generated/schemas.gen.ts";
export { type FieldProblem, TocsinError } from "./tocsin-error.ts";
