import { useSystem } from "@tocsin/testkit";
import { beforeEach, expect, test } from "vitest";
import { sendWebhook, webhookPath } from "../testing/webhook.ts";

const system = useSystem();
let secret = "";

const rotate = (body?: unknown) =>
  system.request({
    method: "POST",
    path: `${webhookPath}/secret/rotate`,
    ...(body === undefined ? {} : { body }),
  });
const previousKeysUntil = async () =>
  (await system.request({ method: "GET", path: webhookPath })).body.notifier.previousKeysUntil;

beforeEach(async () => {
  await system.context.db.query({ text: "delete from webhook_endpoint" });
  secret = (await sendWebhook(system)).body.notifier.signingSecret;
});

test("makes new keys; the earlier ones count for a day more", async () => {
  const at = system.clock.now();
  const { status, body } = await rotate();
  expect(status).toBe(200);
  expect(body).toEqual({
    message: "Signing keys changed.",
    signingSecret: expect.stringMatching(/^whsec_/),
    signingPublicKey: expect.stringMatching(/^whpk_/),
    previousKeysUntil: at.add({ hours: 24 }).toString({ fractionalSecondDigits: 3 }),
  });
  expect(body.signingSecret).not.toBe(secret);
  expect((await sendWebhook(system)).body.notifier.signingSecret).toBe(body.signingSecret);
  system.clock.advance({ seconds: 86_399 });
  expect(await previousKeysUntil()).toBe(body.previousKeysUntil);
  system.clock.advance({ seconds: 1 });
  expect(await previousKeysUntil()).toBeNull();
});

test.each([{}, { overlapSeconds: "" }, { overlapSeconds: null }, ""])("%j is a day too", async (body) => {
  const at = system.clock.now();
  const until = at.add({ hours: 24 }).toString({ fractionalSecondDigits: 3 });
  expect((await rotate(body)).body.previousKeysUntil).toBe(until);
});

test("without an overlap every earlier key ends at once", async () => {
  await rotate();
  const { body } = await rotate({ overlapSeconds: 0 });
  expect(body.previousKeysUntil).toBeNull();
  const keys = await system.context.db.query({ text: "select scheme from webhook_key order by scheme" });
  expect(keys).toEqual([{ scheme: "v1" }, { scheme: "v1a" }]);
});

test("a longer overlap does not prolong what was to end before", async () => {
  const { body: first } = await rotate({ overlapSeconds: 60 });
  await rotate({ overlapSeconds: 3_600 });
  const ends = await system.context.db.query<{ ends_at: Temporal.Instant }>({
    text: "select ends_at from webhook_key where scheme = 'v1' and ends_at is not null order by id",
  });
  expect(ends.map(({ ends_at }) => ends_at.toString({ fractionalSecondDigits: 3 }))).toEqual([
    first.previousKeysUntil,
    system.clock.now().add({ hours: 1 }).toString({ fractionalSecondDigits: 3 }),
  ]);
});

test("at most three earlier keys are kept, the newest", async () => {
  for (let n = 0; n < 6; n++) await rotate();
  const { length } = await system.context.db.query({
    text: "select id from webhook_key where scheme = 'v1'",
  });
  expect(length).toBe(4);
});

test("many at once leave one current key", async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => rotate()));
  expect(new Set(answers.map(({ body }) => body.signingSecret)).size).toBe(6);
  const current = await system.context.db.query({
    text: "select id from webhook_key where scheme = 'v1' and ends_at is null",
  });
  expect(current).toHaveLength(1);
});
