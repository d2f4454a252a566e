import { useSystem } from "@tocsin/testkit";
import { webhookEvents } from "@tocsin/wire";
import { afterEach, expect, test } from "vitest";
import { right, sendWebhook, webhookPath } from "../testing/webhook.ts";

const system = useSystem();
afterEach(() => system.context.db.query({ text: "delete from webhook_endpoint" }));

test("answers with the registration and the secret, exactly", async () => {
  const headers = { Authorization: "Bearer theirs", "X-Tenant": "acme" };
  const { status, body } = await sendWebhook(system, { ...right, method: "webhook", headers, surprise: 1 });
  expect(status).toBe(201);
  expect(body).toEqual({
    message: "Webhook registered.",
    notifier: {
      config: [{ ...right, method: "webhook", headers, signatures: ["v1"] }],
      signingSecret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/),
      signingPublicKey: expect.stringMatching(/^whpk_[A-Za-z0-9+/]{43}=$/),
    },
  });
  expect(Object.keys(body.notifier.config[0].headers)).toEqual(["Authorization", "X-Tenant"]);
});

test("what is absent has its default, and empty members are absent", async () => {
  for (const more of [{}, { method: "", headers: "", signatures: "" }, { headers: {}, method: null }]) {
    const { body } = await sendWebhook(system, { ...right, ...more });
    expect(body.notifier.config).toEqual([{ ...right, method: "webhook", headers: {}, signatures: ["v1"] }]);
  }
});

test("every event there is can be asked for, each once", async () => {
  const { status, body } = await sendWebhook(system, { ...right, events: [...webhookEvents, "NEW_CALLOUT"] });
  expect(status).toBe(201);
  expect(body.notifier.config[0].events).toEqual(webhookEvents);
});

test("registering again replaces all of it and keeps the secret", async () => {
  const first = await sendWebhook(system, { ...right, headers: { "x-a": "1" }, signatures: ["v1a", "v1"] });
  const again = { url: "https://other.example.com/", events: ["CALLOUT_CLOSED"] };
  const second = await sendWebhook(system, again);
  expect(second.status).toBe(201);
  expect(second.body.notifier).toEqual({
    config: [{ ...again, method: "webhook", headers: {}, signatures: ["v1"] }],
    signingSecret: first.body.notifier.signingSecret,
    signingPublicKey: first.body.notifier.signingPublicKey,
  });
});

test("many at once are one registration with one secret", async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) => sendWebhook(system, { ...right, url: `https://a.example/${n}` })),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
  expect(new Set(answers.map(({ body }) => body.notifier.signingSecret)).size).toBe(1);
});

test("each tenant has its own, with a secret of its own", async () => {
  const mine = await sendWebhook(system);
  const theirs = await sendWebhook(system, { ...right, url: "https://theirs.example/" }, system.otherPartner);
  expect(theirs.body.notifier.signingSecret).not.toBe(mine.body.notifier.signingSecret);
  const shown = await system.request({ method: "GET", path: webhookPath });
  expect(shown.body.notifier.config[0].url).toBe(right.url);
});

test("plain http is taken where the operator allows it, and a name that does not resolve anywhere", async () => {
  for (const url of ["http://127.0.0.1:9000/hooks", "https://nowhere.invalid/", "https://8.8.8.8:8443/"]) {
    const { status, body } = await sendWebhook(system, { ...right, url });
    expect([status, body.notifier.config[0].url]).toEqual([201, url]);
  }
});

test("under an Idempotency-Key it happens once", async () => {
  const request = { method: "POST", path: webhookPath, headers: { "idempotency-key": "hook" } } as const;
  const first = await system.request({ ...request, body: right });
  await sendWebhook(system, { ...right, url: "https://later.example/" });
  const again = await system.request({ ...request, body: right });
  expect(again).toMatchObject({ status: 201, text: first.text });
  const shown = await system.request({ method: "GET", path: webhookPath });
  expect(shown.body.notifier.config[0].url).toBe("https://later.example/");
});

test("a header may be called anything a header may be called", async () => {
  const body = `{"url":"${right.url}","events":["NEW_CALLOUT"],"headers":{"constructor":"b","!#$%&'*+.^_\`|~":"c d"}}`;
  const answer = await sendWebhook(system, body);
  expect(answer.status).toBe(201);
  expect(answer.text).toContain(`"headers":{"constructor":"b","!#$%&'*+.^_\`|~":"c d"}`);
});
