import { addWebhook, useReceiver, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { webhookPath } from "../testing/webhook.ts";

const system = useSystem();
const receiver = useReceiver();

test("arrives like every other, signed and numbered, whatever events were asked for, and is logged", async () => {
  await addWebhook(system, { url: receiver.url, events: ["CALLOUT_CLOSED"], headers: { "X-Site": "north" } });
  const answer = await system.request({ method: "POST", path: `${webhookPath}/test` });
  expect(answer).toMatchObject({
    status: 201,
    body: {
      message: "Test event queued.",
      delivery: { event: "TEST", state: "pending", calloutId: null, sequence: 1 },
    },
  });
  await system.context.webhooks.runDue();
  const [webhook] = receiver.received;
  expect(webhook?.body).toEqual({ message: "TEST", test: { sentAt: "2026-01-15T08:00:00.000Z" } });
  expect(webhook?.headers).toMatchObject({
    "webhook-id": answer.body.delivery.webhookId,
    "webhook-sequence": "1",
    "x-site": "north",
  });
  const path = `${webhookPath}/deliveries/${answer.body.delivery.id}`;
  const read = await system.request({ method: "GET", path });
  expect(read.body).toMatchObject({ state: "delivered", attempts: [{ status: 200 }] });
});

test("one that fails keeps no other waiting", async () => {
  await addWebhook(system, { url: receiver.url });
  receiver.answer(500);
  await system.request({ method: "POST", path: `${webhookPath}/test` });
  await system.context.webhooks.runDue();
  receiver.answer(200);
  await system.request({ method: "POST", path: `${webhookPath}/test` });
  await system.context.webhooks.runDue();
  const { body } = await system.request({
    method: "GET",
    path: `${webhookPath}/deliveries?event=TEST&limit=1`,
  });
  expect(body[0].state).toBe("delivered");
});
