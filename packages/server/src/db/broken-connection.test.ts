import { openDatabase } from "@tocsin/server";
import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

const backend = { text: "select pg_backend_pid() as pid" };

/** What a restart, a crash or an operator does to a connection. */
async function terminate(pid: number | undefined): Promise<void> {
  const { db } = system.context;
  await db.query({ text: "select pg_terminate_backend($1, 5000)", values: [pid] });
  // it is gone; its last words have reached us once a later round trip is back
  await db.query({ text: "select 1" });
}

test("a connection that breaks between two statements of a transaction fails that transaction, and nothing else", async () => {
  const { db } = system.context;
  const work = db.transaction(async (tx) => {
    const [row] = await tx.query<{ pid: number }>(backend);
    await terminate(row?.pid);
    await tx.query({ text: "select 1" });
  });
  await expect(work).rejects.toMatchObject({ code: "unavailable" });
  expect(await db.query({ text: "select 1 as one" })).toEqual([{ one: 1 }]);
});

test("one that PostgreSQL ends while the pool closes is no news: a stop in which both end is quiet", async () => {
  const told: string[] = [];
  const log = { ...system.context.log, warn: (_: object, message: string) => void told.push(message) };
  const db = openDatabase(
    { ...system.server, database: system.database },
    log as typeof system.context.log,
    1,
  );
  const [row] = await db.query<{ pid: number }>(backend);
  const pid = row?.pid ?? 0;
  process.kill(pid, "SIGSTOP");
  try {
    await system.context.db.query({ text: "select pg_terminate_backend($1)", values: [pid] });
    await db.close();
  } finally {
    process.kill(pid, "SIGCONT");
  }
  await terminate(pid);
  expect(told).toEqual([]);
});

test("a dedicated connection that breaks says so", async () => {
  const connection = await system.context.db.connect();
  const [row] = await connection.query<{ pid: number }>(backend);
  await terminate(row?.pid);
  await connection.ended;
  expect(connection.lost).toBe(true);
  await expect(connection.query({ text: "select 1" })).rejects.toMatchObject({ code: "unavailable" });
});
