import { stat } from "node:fs/promises";
import { expect, test } from "vitest";
import { isLeash, processesOf } from "./testing/processes.ts";
import { query } from "./testing/query.ts";
import { recordedLog } from "./testing/recorded-log.ts";
import { connectionOf, spawnTocsin } from "./testing/spawn-tocsin.ts";
import { start } from "./testing/start.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

test("a new data folder gives a durable database that only its owner can reach, and keeps its rows over a restart", async () => {
  // mkdtemp makes it 0700; when root runs the tests only root may enter it.
  const dataDir = await temporaryFolder();
  const postgres = await start(dataDir);
  const settings = await query<{ name: string; setting: string }>(
    postgres.connection,
    `select name, setting from pg_settings where name in
       ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'listen_addresses', 'server_encoding')`,
  );
  expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
    fsync: "on",
    full_page_writes: "on",
    synchronous_commit: "on",
    data_checksums: "on",
    listen_addresses: "",
    server_encoding: "UTF8",
  });
  expect((await stat(postgres.connection.host)).mode & 0o777).toBe(0o700);

  await query(postgres.connection, "create table kept as select 'Österreich' as name");
  await postgres.stop();
  await expect(postgres.exited).resolves.toBe(0);
  await postgres.stop();
  expect(await processesOf(dataDir)).toEqual([]);

  const again = await start(dataDir);
  const rows = await query(again.connection, "select lower(name) as name from kept");
  expect(rows).toEqual([{ name: "österreich" }]);
});

test("stopping ends a client's long statement instead of waiting for it", async () => {
  const postgres = await start(await temporaryFolder());
  const outcome = query(postgres.connection, "select pg_sleep(60)").catch(String);
  await expect
    .poll(() => query(postgres.connection, "select 1 from pg_stat_activity where query like '%pg_sleep(60)'"))
    .not.toEqual([]);
  await postgres.stop();
  expect(await outcome).toMatch(/terminating connection|terminated unexpectedly/);
});

test("a PostgreSQL that ends by itself is noticed and reported", async () => {
  const dataDir = await temporaryFolder();
  const log = recordedLog();
  const postgres = await start(dataDir, { log });
  const server = (await processesOf(dataDir)).find(
    (found) => !isLeash(found) && found.command.includes("cluster_name="),
  );
  process.kill(server?.pid ?? Number.NaN, "SIGQUIT");

  await postgres.exited;
  expect(log.errors).toEqual(["PostgreSQL ended by itself"]);
});

test("Ctrl-C in the terminal reaches the server but not PostgreSQL", async () => {
  const tocsin = spawnTocsin(await temporaryFolder());
  const connection = await connectionOf(tocsin);
  // What a terminal does: the signal goes to the whole foreground group.
  process.kill(-(tocsin.pid ?? Number.NaN), "SIGINT");

  expect(await query(connection, "select pg_sleep(0.1)::text as answer")).toEqual([{ answer: "" }]);
});
