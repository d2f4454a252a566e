import { useSystem } from "@tocsin/testkit";
import { afterEach, expect, test } from "vitest";
import { type Listener, Notifications } from "./notifications.ts";

const system = useSystem();
const started: Listener[] = [];

afterEach(async () => {
  for (const listener of started.splice(0)) await listener.stop();
});

/** A listener that tells what it hears. `now` resolves with the next thing. */
function follow(notifications: Notifications, channel: string) {
  const heard: string[] = [];
  let next = Promise.withResolvers<string>();
  const hear = (what: string): void => {
    heard.push(what);
    next.resolve(what);
    next = Promise.withResolvers();
  };
  const listener = notifications.listener({
    channel,
    onNotification: hear,
    onListening: () => hear("listening"),
  });
  started.push(listener);
  return { ...listener, heard, next: () => next.promise };
}

const onOwnConnection = () => new Notifications(() => system.context.db.connect(), system.context.log);

async function notify(channel: string, payload: string): Promise<void> {
  await system.context.db.query({ text: "select pg_notify($1, $2)", values: [channel, payload] });
}

/** Connections whose last word was about listening to this test's channels. */
const listening = `from pg_stat_activity where datname = current_database() and query ~ '^(un)?listen test_'`;

async function countConnections(): Promise<number> {
  return (await system.context.db.query({ text: `select 1 ${listening}` })).length;
}

test("many listeners share one connection, and each hears its own channel", async () => {
  const notifications = onOwnConnection();
  const one = follow(notifications, "test_one");
  const other = follow(notifications, "test_other");
  const twin = follow(notifications, "test_one");
  await Promise.all([one.start(), other.start(), twin.start()]);
  expect(await countConnections()).toBe(1);
  const heard = Promise.all([one.next(), twin.next(), other.next()]);
  await notify("test_one", "a");
  await notify("test_other", "b");
  expect(await heard).toEqual(["a", "a", "b"]);
  expect([one.heard, twin.heard, other.heard]).toEqual([
    ["listening", "a"],
    ["listening", "a"],
    ["listening", "b"],
  ]);
});

test("after the connection broke every listener hears that it begins anew, and then what is sent", async () => {
  const notifications = onOwnConnection();
  const both = [follow(notifications, "test_one"), follow(notifications, "test_other")];
  await Promise.all(both.map((each) => each.start()));
  const again = Promise.all(both.map((each) => each.next()));
  await system.context.db.query({ text: `select pg_terminate_backend(pid) ${listening}` });
  expect(await again).toEqual(["listening", "listening"]);
  expect(await countConnections()).toBe(1);
  const heard = Promise.all(both.map((each) => each.next()));
  await notify("test_one", "a");
  await notify("test_other", "b");
  expect(await heard).toEqual(["a", "b"]);
});

test("a listener may come and go while others stay; the last one ends the connection", async () => {
  const notifications = onOwnConnection();
  const [stays, leaves] = [follow(notifications, "test_stays"), follow(notifications, "test_leaves")];
  await stays.start();
  await leaves.start();
  expect(await countConnections()).toBe(1);
  await leaves.stop();
  const heard = stays.next();
  await notify("test_leaves", "nobody");
  await notify("test_stays", "still");
  expect(await heard).toBe("still");
  expect(leaves.heard).toEqual(["listening"]);
  await leaves.start();
  const back = leaves.next();
  await notify("test_leaves", "back");
  expect(await back).toBe("back");
  await stays.stop();
  await leaves.stop();
  await expect.poll(countConnections).toBe(0);
});

test("one that leaves takes no channel from another", async () => {
  const notifications = onOwnConnection();
  const [stays, leaves] = [follow(notifications, "test_same"), follow(notifications, "test_same")];
  await Promise.all([stays.start(), leaves.start()]);
  await leaves.stop();
  const heard = stays.next();
  await notify("test_same", "still");
  expect(await heard).toBe("still");
});

test("a listener that fails at its work disturbs no other", async () => {
  const notifications = onOwnConnection();
  const fail = (): never => {
    throw new Error("on purpose");
  };
  const clumsy = notifications.listener({ channel: "test_one", onNotification: fail, onListening: fail });
  started.push(clumsy);
  const sound = follow(notifications, "test_one");
  await clumsy.start();
  await sound.start();
  const heard = sound.next();
  await notify("test_one", "a");
  expect(await heard).toBe("a");
  expect(await countConnections()).toBe(1);
});

test("starting resolves while the database is away, and stopping does not hang", async () => {
  const away = new Notifications(() => Promise.reject(new Error("away")), system.context.log);
  const listener = away.listener({ channel: "never", onNotification() {}, onListening() {} });
  await listener.start();
  await listener.stop();
  expect.assertions(0);
});

test("a whole node listens on one connection", async () => {
  const rows = await system.context.db.query({
    text: "select 1 from pg_stat_activity where datname = current_database() and query ~ '^listen '",
  });
  expect(rows).toHaveLength(1);
});
