import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { type Database, openDatabase } from "../db/index.ts";
import { createLog } from "../telemetry/log.ts";
import { awaitDatabase } from "./await-database.ts";

const system = useSystem();
const log = createLog("silent");
const signal = new AbortController().signal;

/** A server of another version, as far as we ask. */
function serverOfVersion(number: number, text: string): Pick<Database, "query"> {
  return { query: async () => [{ number, text }] as never };
}

test("a database that is there and new enough is taken at once", async () => {
  await expect(
    awaitDatabase(system.context.db, { log, signal, patienceSeconds: 0 }),
  ).resolves.toBeUndefined();
});

test("a server older than 15 is refused by its version", async () => {
  const old = serverOfVersion(140_012, "14.12");
  await expect(awaitDatabase(old, { log, signal, patienceSeconds: 30 })).rejects.toThrow(
    "it is PostgreSQL 14.12; PostgreSQL 15 or later is needed",
  );
  await expect(
    awaitDatabase(serverOfVersion(150_000, "15.0"), { log, signal, patienceSeconds: 30 }),
  ).resolves.toBeUndefined();
});

test("one that stays away is given up after the patience, with the reason", async () => {
  const nobody = openDatabase({ host: "127.0.0.1", port: 1 }, log, 1);
  await expect(awaitDatabase(nobody, { log, signal, patienceSeconds: 0 })).rejects.toThrow(
    /not reachable for 0 s: .*ECONNREFUSED/,
  );
  await nobody.close();
});

test("one that comes late is waited for", async () => {
  const { db } = system.context;
  let asked = 0;
  const late: Pick<Database, "query"> = {
    query: (statement) =>
      ++asked === 1
        ? Promise.reject(Object.assign(new Error("refused"), { code: "ECONNREFUSED" }))
        : db.query(statement),
  };
  await awaitDatabase(late, { log, signal, patienceSeconds: 30 });
  expect(asked).toBe(2);
});

test("what waiting cannot mend fails at once: a database that does not exist", async () => {
  const missing = openDatabase({ ...system.server, database: "no_such_database" }, log, 1);
  await expect(awaitDatabase(missing, { log, signal, patienceSeconds: 30 })).rejects.toThrow(
    'The database cannot be used: database "no_such_database" does not exist',
  );
  await missing.close();
});

test("whoever gives up ends the waiting", async () => {
  const nobody = openDatabase({ host: "127.0.0.1", port: 1 }, log, 1);
  const giveUp = new AbortController();
  const waiting = awaitDatabase(nobody, { log, signal: giveUp.signal, patienceSeconds: 30 });
  giveUp.abort();
  await expect(waiting).rejects.toThrow(/abort/i);
  await nobody.close();
});
