import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { createListener, type Listener } from "./listener.ts";

const system = useSystem();

test("a NOTIFY arrives, also after the connection broke and was made anew", async () => {
  const { db, log } = system.context;
  const heard: string[] = [];
  let next = Promise.withResolvers<void>();
  let listening = Promise.withResolvers<void>();
  const listener: Listener = createListener(db, log, {
    channel: "listener_test",
    onNotification(payload) {
      heard.push(payload);
      next.resolve();
    },
    onListening: () => listening.resolve(),
  });
  await listener.start();
  await listening.promise;
  await db.query({ text: "select pg_notify('listener_test', 'before')" });
  await next.promise;

  listening = Promise.withResolvers<void>();
  next = Promise.withResolvers<void>();
  await db.query({
    text: `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query = 'listen listener_test'`,
  });
  await listening.promise;
  await db.query({ text: "select pg_notify('listener_test', 'after')" });
  await next.promise;

  expect(heard).toEqual(["before", "after"]);
  await listener.stop();
});

test("starting resolves while the database is away, and stopping does not hang", async () => {
  const { log } = system.context;
  const away = {
    ...system.context.db,
    connect: () => Promise.reject(new Error("away")),
  };
  const listener = createListener(away, log, { channel: "never", onNotification() {}, onListening() {} });
  await listener.start();
  await listener.stop();
  expect.assertions(0);
});
