export { type Config, decideConfig } from "./config.ts";
export { ConfigError } from "./config-error.ts";
export { readEnvironment } from "./env.ts";
export { isLoopback } from "./loopback.ts";
