import {
  addCustomers,
  addWebhook,
  personToken,
  raiseCallout,
  registerPerson,
  useSystem,
} from "@tocsin/testkit";
import { beforeAll, expect, test } from "vitest";
import { createSessionService } from "../sessions/index.ts";
import { clearAway } from "./clear-away.ts";
import { createJobHandlers } from "./handlers.ts";
import { createJobQueue } from "./queue.ts";

const system = useSystem();
const running = new AbortController().signal;
const daySeconds = 24 * 3600;
const clear = () => clearAway(system.context, running);

async function count(table: string): Promise<number> {
  const [row] = await system.context.db.query<{ count: number }>({
    text: `select count(*)::integer as count from ${table}`,
  });
  return row?.count ?? 0;
}

const post = async (path: string, body: unknown, token?: string) => {
  const answer = await system.request({
    method: "POST",
    path: `/panic-api/v2/${path}`,
    body,
    ...(token && { token }),
  });
  if (answer.status >= 300) throw new Error(answer.text);
  return answer.body;
};

/** A sign-up that registered somebody; both ids. */
async function signedUp(mobile: string): Promise<{ sessionId: string; customerId: number }> {
  const { id, url } = await post("customer-signup/sessions", { returnUrl: "myapp://back" });
  const form = new URLSearchParams({ name: "Thandi", surname: "Nkosi", mobile, email: "", action: "signup" });
  await system.request({
    method: "POST",
    path: new URL(url).pathname,
    token: null,
    headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" },
    body: form.toString(),
  });
  const read = { method: "GET", path: `/panic-api/v2/customer-signup/sessions/${id}` } as const;
  return { sessionId: id, customerId: (await system.request(read)).body.customerId };
}

beforeAll(clear);

test("a session goes when it is over, and not before", async () => {
  const sessions = createSessionService(system.context);
  const { token } = await sessions.issue({ kind: "operator", subjectId: 1 });
  system.clock.advance({ seconds: 12 * 3600 - 1 });
  expect(await clear()).toBe(0);
  await sessions.verify(token, "operator");
  system.clock.advance({ seconds: 1 });
  expect(await clear()).toBe(1);
  expect(await count("session")).toBe(0);
});

test("a page of a subscription goes when it is over", async () => {
  const [customerId = 0] = await addCustomers(system, 1);
  const token = await personToken(system, "customer", customerId);
  await post("subscription-management/sessions", { returnUrl: "myapp://account" }, token);
  system.clock.advance({ minutes: 29 });
  expect(await clear()).toBe(0);
  system.clock.advance({ minutes: 1 });
  expect(await clear()).toBe(1);
});

test("a sign-up that came to nothing goes 30 days after its end; a completed one stays as long as its customer", async () => {
  await post("customer-signup/sessions", { returnUrl: "myapp://back" });
  const { sessionId, customerId } = await signedUp("0825550100");
  system.clock.advance({ seconds: 31 * daySeconds - 1 });
  expect(await clear()).toBe(0);
  system.clock.advance({ seconds: 1 });
  expect(await clear()).toBe(1);
  expect(await post("oauth/customerToken", { signupSessionId: sessionId })).toMatchObject({
    tokenType: "Bearer",
  });
  await post(`customers/${customerId}/delete`, {});
  expect(await clear()).toBe(0);
  system.clock.advance({ hours: 24 * 30 });
  expect(await clear()).toBe(1);
  expect(await count("signup_session")).toBe(0);
});

test("what became of a file goes after 90 days; one that is not finished stays, however old", async () => {
  const now = system.clock.now();
  await system.context.db.query({
    text: `insert into location_import (customer_source_id, state, dry_run, callback_url, delimiter, bytes, created_at, finished_at)
      select $1, 'done', false, 'https://callback.invalid/', ',', 1, $2, finished
      from unnest(array[$2::timestamptz, null]) as finished`,
    values: [system.partner.customerSourceId, now.toString()],
  });
  system.clock.advance({ seconds: 90 * daySeconds - 1 });
  expect(await clear()).toBe(0);
  system.clock.advance({ seconds: 1 });
  expect(await clear()).toBe(1);
  expect(await count("location_import")).toBe(1);
});

test("a webhook's secret goes when it signs nothing any more; the one in use stays", async () => {
  await addWebhook(system, { url: "https://hooks.example.com/" });
  const before = await count("webhook_key");
  await post("notifiers/webhooks/secret/rotate", {});
  const both = await count("webhook_key");
  expect(await clear()).toBe(0);
  system.clock.advance({ hours: 24 * 8 });
  expect(await clear()).toBe(before);
  expect(await count("webhook_key")).toBe(both - before);
});

test("callouts, their timelines, customers and their places stay for good", async () => {
  const { id: customerId } = await registerPerson(system);
  const { id } = await raiseCallout(system, { customerId });
  await post(`callouts/${id}/dismiss`, {});
  await post(`customers/${customerId}/delete`, {});
  const kept = ["callout", "callout_event", "customer", "fixed_location", "audit_entry"];
  const before = await Promise.all(kept.map(count));
  system.clock.advance({ hours: 24 * 365 * 20 });
  await clear();
  expect(await Promise.all(kept.map(count))).toEqual(before);
  const read = { method: "GET", path: `/panic-api/v2/callouts/${id}` } as const;
  expect((await system.request(read)).status).toBe(200);
});

test("much of it goes in small statements, and a stop ends it between two", async () => {
  const rows = 2_500;
  const expiresAt = system.clock.now().toString();
  const add = () =>
    system.context.db.query({
      text: `insert into session (token_sha256, kind, subject_id, created_at, expires_at)
        select sha256(n::text::bytea), 'operator', n, $2, $2 from generate_series(1, $1::int) as n`,
      values: [rows, expiresAt],
    });
  await add();
  expect(await clearAway(system.context, AbortSignal.abort())).toBe(0);
  expect(await count("session")).toBe(rows);
  const [one, other] = await Promise.all([clear(), clear()]);
  expect(one + other + (await clear())).toBe(rows);
  expect(await count("session")).toBe(0);
});

test("each hour it is done once, however many nodes there are", async () => {
  const { context } = system;
  const nodes = Array.from({ length: 3 }, () => {
    const queue = createJobQueue(
      context,
      createJobHandlers(() => ({ ...context, jobs: queue })),
    );
    return queue;
  });
  for (const node of nodes) await node.start();
  const [left] = await context.db.query<{ count: number }>({
    text: "select count(*)::integer as count from jobs.job where name = 'clear-away'",
  });
  await Promise.all(nodes.map((node) => node.stop()));
  expect(left?.count).toBe(1);
});
