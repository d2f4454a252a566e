export * from "./callouts.ts";
export * from "./errors.ts";
export * from "./fixed-location-requests.ts";
export * from "./fixed-locations.ts";
export * from "./oauth.ts";
export * from "./paging.ts";
export * from "./response-types.ts";
export * from "./scalars.ts";
