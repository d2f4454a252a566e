import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { sendWebhook, webhookPath } from "../testing/webhook.ts";

const system = useSystem();
const end = () => system.request({ method: "DELETE", path: webhookPath });

test("ends the tenant's own, and its keys with it", async () => {
  const first = await sendWebhook(system);
  const theirs = await sendWebhook(system, undefined, system.otherPartner);
  expect(await end()).toMatchObject({ status: 200, body: { message: "Webhook deleted." } });
  expect((await system.request({ method: "GET", path: webhookPath })).status).toBe(404);
  const token = await system.token(system.otherPartner);
  expect((await system.request({ method: "GET", path: webhookPath, token })).status).toBe(200);
  const second = await sendWebhook(system);
  expect(second.body.notifier.signingSecret).not.toBe(first.body.notifier.signingSecret);
  const again = await sendWebhook(system, undefined, system.otherPartner);
  expect(again.body.notifier.signingSecret).toBe(theirs.body.notifier.signingSecret);
});

test("a second time there is nothing to end", async () => {
  await sendWebhook(system);
  await end();
  expect((await end()).status).toBe(404);
});
