import type { AddressInfo } from "node:net";
import { hostname } from "node:os";
import type { FastifyInstance } from "fastify";
import type { Config } from "../config/index.ts";
import type { AppContext } from "../context.ts";
import { buildApp } from "../http/app.ts";
import type { Phases } from "./phases.ts";

export interface Address {
  /** How programs on this machine reach the node. */
  readonly onThisMachine: string;
  /** How others do when nobody set TOCSIN_PUBLIC_URL: the best guess. */
  readonly forOthers: string;
}

/** Longer than this a request in flight is not waited for when the node stops. */
const drainMilliseconds = 1_000;

export async function listen(phases: Phases, context: AppContext, config: Config): Promise<Address> {
  const app = await phases.run({
    name: "HTTP",
    startSeconds: 10,
    start: () => openPort(context, config),
    stopSeconds: drainMilliseconds / 1000 + 0.1,
    stop: drain,
  });
  const { port } = app.server.address() as AddressInfo;
  return {
    onThisMachine: baseUrl(isWildcard(config.host) ? "127.0.0.1" : config.host, port),
    forOthers: baseUrl(isWildcard(config.host) ? hostname() : config.host, port),
  };
}

async function openPort(context: AppContext, { host, port }: Config): Promise<FastifyInstance> {
  const app = await buildApp(context);
  try {
    await app.listen({ host, port });
    return app;
  } catch (error) {
    await app.close();
    throw new Error(explain(error, host, port), { cause: error });
  }
}

function explain(error: unknown, host: string, port: number): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE") {
    return `Port ${port} of ${host} is taken by another program. Stop that one, or set TOCSIN_PORT to another port (0: any free one).`;
  }
  if (code === "EACCES") return `Port ${port} is not for this user. Set TOCSIN_PORT to 1024 or more.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return `TOCSIN_HOST is ${host}, which is no address of this machine. Set it to one, or to 127.0.0.1 or 0.0.0.0.`;
  }
  return `Cannot listen on ${host}, port ${port}: ${message}`;
}

/** Takes nothing new, lets what is in flight finish, then cuts whoever still holds on. */
async function drain(app: FastifyInstance): Promise<void> {
  const limit = setTimeout(() => app.server.closeAllConnections(), drainMilliseconds);
  try {
    await app.close();
  } finally {
    clearTimeout(limit);
  }
}

function isWildcard(host: string): boolean {
  return host === "0.0.0.0" || host === "::";
}

function baseUrl(host: string, port: number): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
