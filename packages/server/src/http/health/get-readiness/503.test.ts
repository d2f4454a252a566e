import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { type ConnectionSettings, openDatabase } from "../../../db/index.ts";
import { createServices } from "../../../services.ts";
import { buildApp } from "../../app.ts";

const system = useSystem();

/** What a node answers that reaches its database in this way. */
async function askNodeWith(connection: ConnectionSettings): Promise<{ status: number; body: unknown }> {
  const { log, settings } = system.context;
  const db = openDatabase(connection, log, 1);
  const app = await buildApp(createServices({ ...system.context, db }, settings));
  try {
    const response = await app.inject("/readyz");
    return { status: response.statusCode, body: response.json() };
  } finally {
    await app.close();
    await db.close();
  }
}

test("not ready while something holds it, with the reason, and when to ask again", async () => {
  const release = system.context.readiness.hold("The node is starting.");
  const response = await system.request({ method: "GET", path: "/readyz", token: null });
  expect(response.status).toBe(503);
  expect(response.body).toEqual({ message: "The node is starting." });
  expect(response.headers).toMatchObject({ "retry-after": "1", "x-error-code": "unavailable" });
  release();
  expect((await system.request({ method: "GET", path: "/readyz", token: null })).status).toBe(200);
});

test("not ready when the database takes no writes", async () => {
  const readOnly = {
    ...system.server,
    database: system.database,
    options: "-c default_transaction_read_only=on",
  };
  expect(await askNodeWith(readOnly)).toEqual({
    status: 503,
    body: { message: "The database takes no writes: it is a standby, or set read-only." },
  });
});

test("not ready when the database is away", async () => {
  expect(await askNodeWith({ host: "127.0.0.1", port: 1 })).toEqual({
    status: 503,
    body: { message: "The database is not reachable." },
  });
});
