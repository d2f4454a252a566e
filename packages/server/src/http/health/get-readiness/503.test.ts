import { startSystem, type TestResponse, type TestSystem } from "@tocsin/testkit";
import { afterEach, beforeEach, expect, inject, test } from "vitest";

let system: TestSystem;
beforeEach(async () => {
  system = await startSystem(inject("postgres"));
});
afterEach(() => system.stop());

const ask = (): Promise<TestResponse> => system.request({ method: "GET", path: "/readyz", token: null });

/** Ends every other connection, so that the next query comes on a new one. */
async function reconnect(): Promise<void> {
  await system.context.db.query({
    text: "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  });
}

test("not ready while something holds it, with the reason, and when to ask again", async () => {
  const release = system.context.readiness.hold("The node is starting.");
  const response = await ask();
  expect(response.status).toBe(503);
  expect(response.body).toEqual({ message: "The node is starting." });
  expect(response.headers).toMatchObject({ "retry-after": "1", "x-error-code": "unavailable" });
  release();
  expect((await ask()).status).toBe(200);
});

test("not ready when the database takes no writes", async () => {
  const { db } = system.context;
  await db.query({ text: `alter database ${system.database} set default_transaction_read_only = on` });
  await reconnect();
  // the connection that ran the statement above is pooled still and may write: use it up in a transaction
  await db.transaction(async () => {
    const response = await ask();
    expect(response.status).toBe(503);
    expect(response.body).toEqual({ message: "The database takes no writes: it is a standby, or set read-only." });
  });
});

test("not ready when the database is gone", async () => {
  const { db } = system.context;
  await db.query({ text: `alter database ${system.database} allow_connections = false` });
  await db.query({ text: "select pg_terminate_backend(pg_backend_pid())" }).catch(() => undefined);
  await reconnectFails();
  const response = await ask();
  expect(response.status).toBe(503);
  expect(response.body).toEqual({ message: "The database is not reachable." });
});

/** Uses up connections that were pooled before the database was closed. */
async function reconnectFails(): Promise<void> {
  const { db } = system.context;
  while (await db.query({ text: "select pg_terminate_backend(pg_backend_pid())" }).then(() => true, () => false));
}
