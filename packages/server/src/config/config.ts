import { resolve } from "node:path";
import type { AllowList } from "../outbound/index.ts";
import { ConfigError } from "./config-error.ts";
import type { Environment } from "./env.ts";
import { isLoopback } from "./loopback.ts";
import {
  type Reading,
  readCorsOrigins,
  readDatabaseUrl,
  readFlag,
  readHost,
  readLogLevel,
  readOutboundAllow,
  readPort,
  readPublicUrl,
  readRouter,
  readSpeed,
} from "./values.ts";

/** How this node is to run, decided and checked. */
export interface Config {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Absolute. Holds the embedded PostgreSQL; not touched when there is a `databaseUrl`. */
  readonly dataFolder: string;
  /** Null: the embedded PostgreSQL. */
  readonly databaseUrl: string | null;
  /** Null: the address that this node listens on. */
  readonly publicUrl: string | null;
  readonly demo: boolean;
  /** How fast the demo's responders live; 0: there are none. */
  readonly demoSpeed: number;
  readonly logLevel: string;
  /** Browsers of these origins may read answers. */
  readonly corsOrigins: readonly string[];
  /** Where partners' webhooks and callbacks may lead beside the internet. */
  readonly outboundAllowed: AllowList;
  /** Who knows how long drives take; null: they are estimated. */
  readonly router: { readonly kind: "osrm" | "valhalla"; readonly url: string } | null;
}

/**
 * Decides what the environment leaves open and checks the rest.
 * @param workingFolder what a relative data folder starts from
 * @throws ConfigError naming every variable that is wrong, and what would be right
 */
export function decideConfig(environment: Environment, workingFolder: string): Config {
  const problems: string[] = [];
  const take = <T>(reading: Reading<T>): T => {
    if (reading.problem !== undefined) problems.push(reading.problem);
    return reading.value;
  };
  const host = take(readHost(environment.TOCSIN_HOST));
  const demo = take(readFlag("TOCSIN_DEMO", environment.TOCSIN_DEMO));
  if (demo === true && !isLoopback(host)) problems.push(demoInTheOpen(host));
  const config = {
    host,
    port: take(readPort(environment.TOCSIN_PORT)),
    dataFolder: resolve(workingFolder, environment.TOCSIN_DATA ?? ".tocsin"),
    databaseUrl: take(readDatabaseUrl(environment.DATABASE_URL)),
    publicUrl: take(readPublicUrl(environment.TOCSIN_PUBLIC_URL)),
    demo: demo ?? isLoopback(host),
    demoSpeed: take(readSpeed(environment.TOCSIN_DEMO_SPEED)),
    logLevel: take(readLogLevel(environment.TOCSIN_LOG_LEVEL)),
    corsOrigins: take(readCorsOrigins(environment.TOCSIN_CORS_ORIGINS)),
    outboundAllowed: take(readOutboundAllow(environment.TOCSIN_OUTBOUND_ALLOW)),
    router: take(readRouter(environment.TOCSIN_OSRM_URL, environment.TOCSIN_VALHALLA_URL)),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

function demoInTheOpen(host: string): string {
  return (
    `TOCSIN_DEMO is 1, but TOCSIN_HOST is ${host}, which other machines may reach, and everybody knows the demo's secrets. ` +
    "Unset TOCSIN_DEMO, or set TOCSIN_HOST to 127.0.0.1."
  );
}
