import { addWebhook, raiseCallout, useReceiver, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { webhookPath } from "../testing/webhook.ts";

const system = useSystem();
const receiver = useReceiver();

test("every attempt is there, the newest first: when, how long, what was answered, of which the first KiB", async () => {
  await addWebhook(system, { url: receiver.url });
  receiver.answer((_webhook, response) => response.writeHead(500).end(`\0${"x".repeat(3_000)}`));
  const { id: calloutId } = await raiseCallout(system);
  await system.context.webhooks.runDue();
  system.clock.advance({ seconds: 2 });
  receiver.answer((_webhook, response) =>
    response.writeHead(302, { location: "https://elsewhere.example" }).end(),
  );
  await system.context.webhooks.runDue();
  system.clock.advance({ seconds: 3 });
  receiver.answer((_webhook, response) => response.writeHead(200).end("thanks"));
  await system.context.webhooks.runDue();
  const listed = await system.request({ method: "GET", path: `${webhookPath}/deliveries` });
  const [row] = listed.body;
  const { status, body } = await system.request({
    method: "GET",
    path: `${webhookPath}/deliveries/${row.id}`,
  });
  expect(status).toBe(200);
  const { message, delivery, attempts, ...flat } = body;
  expect(message).toBe("Delivery found.");
  expect(delivery).toEqual(row);
  expect(flat).toEqual(row);
  expect(delivery).toMatchObject({
    calloutId,
    state: "delivered",
    attemptCount: 3,
    endedAt: "2026-01-15T08:00:05.000Z",
  });
  expect(attempts).toEqual([
    {
      number: 3,
      at: "2026-01-15T08:00:05.000Z",
      milliseconds: expect.any(Number),
      status: 200,
      failure: null,
      reason: null,
      answer: "thanks",
    },
    expect.objectContaining({ number: 2, status: 302, failure: "redirect", answer: null }),
    expect.objectContaining({ number: 1, status: 500, failure: "status", reason: "The answer was 500." }),
  ]);
  expect(attempts[2].answer).toHaveLength(1_024);
});

test("a receiver that hangs up, and one that is not there, are told apart", async () => {
  await addWebhook(system, { url: receiver.url });
  receiver.answer((_webhook, response) => response.destroy());
  await raiseCallout(system);
  await system.context.webhooks.runDue();
  await addWebhook(system, { url: "http://127.0.0.1:9/" });
  await raiseCallout(system);
  await system.context.webhooks.runDue();
  const listed = await system.request({ method: "GET", path: `${webhookPath}/deliveries?limit=2` });
  expect(listed.body.map(({ lastFailure }: { lastFailure: string }) => lastFailure)).toEqual([
    "connect",
    "closed-early",
  ]);
});
