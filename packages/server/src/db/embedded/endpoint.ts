import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chown, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import type { RunAs } from "./run-program.ts";

/** How clients reach the server. */
export interface Connection {
  /** A folder that holds the unix socket, or a loopback address. */
  readonly host: string;
  readonly port: number;
  /** Only over TCP; the socket is guarded by its folder's permissions. */
  readonly password?: string;
}

/** The server's end of it. */
export interface Endpoint {
  readonly connection: Connection;
  readonly settings: Record<string, string>;
  /** Removes what was made for this endpoint outside the data folder. */
  dispose(): Promise<void>;
}

/** Part of the socket's file name only: each cluster has a folder of its own. */
const SOCKET_PORT = 5432;

const NO_TRACE = async () => {};

/**
 * A unix socket inside the cluster's folder, which only its owner may enter. Where that cannot be (a path longer than the
 * ~107 bytes a socket address holds, a file system without sockets) it lies in a private folder of the system's
 * temporary folder. Nothing listens on the network.
 */
export async function openSocketEndpoint(cluster: string, runAs: RunAs): Promise<Endpoint> {
  if (await canHoldSocket(cluster)) return socketEndpoint(cluster, ".", NO_TRACE);
  const folder = await mkdtemp(path.join(os.tmpdir(), "tocsin-"));
  if (runAs.ids) await chown(folder, runAs.ids.uid, runAs.ids.gid);
  return socketEndpoint(folder, folder, () => rm(folder, { recursive: true, force: true }));
}

function socketEndpoint(host: string, directory: string, dispose: () => Promise<void>): Endpoint {
  const settings = {
    listen_addresses: "",
    port: `${SOCKET_PORT}`,
    unix_socket_directories: directory,
    unix_socket_permissions: "0700",
  };
  return { connection: { host, port: SOCKET_PORT }, settings, dispose };
}

/** Loopback with a password, for Windows, where Node knows no unix sockets. */
export async function openTcpEndpoint(passwordFile: string): Promise<Endpoint> {
  const host = "127.0.0.1";
  const port = await freePort(host);
  const password = await readFile(passwordFile, "utf8");
  const settings = { listen_addresses: host, port: `${port}`, unix_socket_directories: "" };
  return { connection: { host, port, password }, settings, dispose: NO_TRACE };
}

/** Makes the superuser's password once; initdb reads it from the same file. */
export async function ensurePasswordFile(file: string): Promise<void> {
  const password = randomBytes(32).toString("base64url");
  await writeFile(file, password, { mode: 0o600, flag: "wx" }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  });
}

async function canHoldSocket(folder: string): Promise<boolean> {
  // As long as the name that PostgreSQL will use.
  const probe = path.join(folder, ".s.PGSQL.0000");
  const server = net.createServer();
  try {
    await rm(probe, { force: true });
    await once(server.listen(probe), "listening");
    server.close();
    return true;
  } catch {
    return false;
  }
}

async function freePort(host: string): Promise<number> {
  const server = net.createServer();
  await once(server.listen(0, host), "listening");
  const { port } = server.address() as net.AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
