import { spawn } from "node:child_process";
import { once } from "node:events";
import { watch } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { isLeash, processesOf } from "./testing/processes.ts";
import { query } from "./testing/query.ts";
import { recordedLog } from "./testing/recorded-log.ts";
import { connectionOf, kill, spawnTocsin } from "./testing/spawn-tocsin.ts";
import { start } from "./testing/start.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

const KILL = "SIGKILL";

test("kill -9 of Tocsin leaves no PostgreSQL behind and loses no committed row", async () => {
  const dataDir = await temporaryFolder();
  const tocsin = spawnTocsin(dataDir);
  await query(await connectionOf(tocsin), "create table kept as select 1 as row");
  await kill(tocsin);
  await expect.poll(() => processesOf(dataDir), { timeout: 2000 }).toEqual([]);

  const postgres = await start(dataDir);
  expect(await query(postgres.connection, "select row from kept")).toEqual([{ row: 1 }]);
});

test("kill -9 of everything at once is recovered from at the next start", async () => {
  const dataDir = await temporaryFolder();
  const tocsin = spawnTocsin(dataDir);
  await query(await connectionOf(tocsin), "create table kept as select 1 as row");
  for (const { pid } of await processesOf(dataDir)) process.kill(pid, KILL);
  await kill(tocsin);

  const postgres = await start(dataDir);
  expect(await query(postgres.connection, "select row from kept")).toEqual([{ row: 1 }]);
});

test("a PostgreSQL that outlived its Tocsin is stopped, and its rows are there", async () => {
  const dataDir = await temporaryFolder();
  const tocsin = spawnTocsin(dataDir);
  await query(await connectionOf(tocsin), "create table kept as select 1 as row");
  // Only when the leash dies together with Tocsin, and Tocsin first of all stops looking, can there be an orphan.
  tocsin.kill("SIGSTOP");
  for (const { pid } of (await processesOf(dataDir)).filter(isLeash)) process.kill(pid, KILL);
  await kill(tocsin);
  expect(await processesOf(dataDir)).not.toEqual([]);

  const log = recordedLog();
  const postgres = await start(dataDir, { log });
  expect(log.warnings).toEqual(["a PostgreSQL of an earlier run is still alive: stopping it"]);
  expect(await query(postgres.connection, "select row from kept")).toEqual([{ row: 1 }]);
});

test("a stale postmaster.pid whose number another process has now neither blocks the start nor harms that process", async () => {
  const dataDir = await temporaryFolder();
  await (await start(dataDir)).stop();
  const stranger = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  onTestFinished(() => void stranger.kill());
  await once(stranger, "spawn");
  const pidFile = path.join(dataDir, "postgres", "postmaster.pid");
  await writeFile(pidFile, `${stranger.pid}\n${dataDir}/postgres\n1700000000\n5432\n.\n\n`);

  const postgres = await start(dataDir);
  expect(await query(postgres.connection, "select 1 as one")).toEqual([{ one: 1 }]);
  expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
});

test("a first start that is killed while the cluster is being made leaves nothing that the next start trips over", async () => {
  const dataDir = await temporaryFolder();
  const watcher = watch(dataDir);
  const tocsin = spawnTocsin(dataDir);
  await once(watcher, "change");
  watcher.close();
  await kill(tocsin);
  expect((await readdir(dataDir)).some((name) => name.startsWith("postgres.unfinished-"))).toBe(true);

  const postgres = await start(dataDir);
  expect(await query(postgres.connection, "select 1 as one")).toEqual([{ one: 1 }]);
  await expect.poll(() => readdir(dataDir)).toEqual(["log", "postgres"]);
});

test("a cluster of another major version is refused by name and left as it is", async () => {
  const dataDir = await temporaryFolder();
  const versionFile = path.join(dataDir, "postgres", "PG_VERSION");
  await mkdir(path.dirname(versionFile));
  await writeFile(versionFile, "16\n");

  await expect(start(dataDir)).rejects.toThrow(/made by PostgreSQL 16, but this Tocsin brings PostgreSQL 18/);
  expect(await readFile(versionFile, "utf8")).toBe("16\n");
});

test("a server that cannot start is reported with its own words", async () => {
  const dataDir = await temporaryFolder();
  await (await start(dataDir)).stop();
  await writeFile(path.join(dataDir, "postgres", "postgresql.conf"), "no_such_setting = on\n");

  await expect(start(dataDir)).rejects.toThrow(/did not start .*postgres\.log[^]*no_such_setting/);
});
