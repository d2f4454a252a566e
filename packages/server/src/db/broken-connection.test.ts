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

test("a dedicated connection that breaks says so", async () => {
  const connection = await system.context.db.connect();
  const [row] = await connection.query<{ pid: number }>(backend);
  await terminate(row?.pid);
  await connection.ended;
  expect(connection.lost).toBe(true);
  await expect(connection.query({ text: "select 1" })).rejects.toMatchObject({ code: "unavailable" });
});
