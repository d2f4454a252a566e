import { execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import type { RunningPostgres } from "./postgres.ts";

/** `nobody`: PostgreSQL refuses to run as root. */
const unprivileged = 65_534;
const versionsFolder = "/usr/lib/postgresql";

/** The folder of the machine's own PostgreSQL binaries, if it has one. */
export function installedPostgresFolder(): string | undefined {
  if (!existsSync(versionsFolder)) return undefined;
  const folders = readdirSync(versionsFolder).map((version) => join(versionsFolder, version, "bin"));
  return folders.find((folder) => existsSync(join(folder, "initdb")));
}

/** Starts the machine's own PostgreSQL on a free loopback port, as another user when we are root. Durability stays on. */
export async function startInstalledPostgres(folder: string): Promise<RunningPostgres> {
  const binaries = installedPostgresFolder();
  if (!binaries)
    throw new Error(`No PostgreSQL under ${versionsFolder}: install Debian's package postgresql`);
  const cluster = join(folder, "cluster");
  mkdirSync(cluster, { recursive: true });
  const asUser = process.getuid?.() === 0 ? { uid: unprivileged, gid: unprivileged } : {};
  if (asUser.uid) {
    chmodSync(folder, 0o755);
    chownSync(cluster, unprivileged, unprivileged);
  }
  execFileSync(
    join(binaries, "initdb"),
    ["-D", cluster, "-U", "tocsin", "-A", "trust", "-E", "UTF8", "--locale=C"],
    asUser,
  );
  const port = await freePort();
  const flags = [
    "-D",
    cluster,
    "-p",
    String(port),
    "-c",
    "listen_addresses=127.0.0.1",
    "-c",
    `unix_socket_directories=${cluster}`,
  ];
  const server = spawn(join(binaries, "postgres"), flags, { ...asUser, stdio: "ignore" });
  await waitUntilReady(binaries, port);
  return {
    connection: { host: "127.0.0.1", port, user: "tocsin" },
    async stop() {
      const exited = once(server, "exit");
      server.kill("SIGINT");
      await exited;
    },
  };
}

async function waitUntilReady(binaries: string, port: number): Promise<void> {
  const run = promisify(execFile);
  for (let attempt = 0; ; attempt++) {
    try {
      await run(join(binaries, "pg_isready"), ["-h", "127.0.0.1", "-p", String(port), "-t", "1"]);
      return;
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}
