import { mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { query } from "./testing/query.ts";
import { start } from "./testing/start.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

test("a path too long for a socket's address gets its socket in a private temporary folder, gone after the stop", async () => {
  const dataDir = path.join(await temporaryFolder(), "deep".repeat(30));
  await mkdir(dataDir);
  const postgres = await start(dataDir);
  const { host } = postgres.connection;
  expect(host.startsWith(dataDir)).toBe(false);
  expect(await query(postgres.connection, "select 1 as one")).toEqual([{ one: 1 }]);

  await postgres.stop();
  await expect(readdir(host)).rejects.toThrow("ENOENT");
});

test("over TCP it listens on the loopback address only and asks for the password", async () => {
  const postgres = await start(await temporaryFolder(), { transport: "tcp" });
  expect(await query(postgres.connection, "show listen_addresses")).toEqual([
    { listen_addresses: "127.0.0.1" },
  ]);
  await expect(query({ ...postgres.connection, password: "wrong" }, "select 1")).rejects.toThrow(/password/);
});
