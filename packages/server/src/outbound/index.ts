export { type AllowList, nothingAllowed, readAllowList } from "./allow-list.ts";
export { createOutbound } from "./create-outbound.ts";
export type { Outbound } from "./types.ts";
