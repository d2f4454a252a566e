import { addWebhook, raiseCallout, useReceiver, useSystem } from "@tocsin/testkit";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createServices } from "../services.ts";
import type { WebhookEngine } from "./index.ts";

const system = useSystem();
const receiver = useReceiver();
let engine: WebhookEngine;

/** It runs by itself here, so that it rests as it does in a node. */
beforeEach(() => {
  engine = createServices(system.context, system.context.settings).webhooks;
  engine.start();
});
afterEach(() => engine.stop());

const waiting = async (): Promise<number | undefined> => {
  const [row] = await system.context.db.query<{ count: number }>({
    text: "select count(*)::integer as count from outbox",
  });
  return row?.count;
};

test("the outbox of a partner without an endpoint is emptied, again and again, and nothing is made of it", async () => {
  for (let each = 0; each < 2; each++) {
    await raiseCallout(system);
    engine.wake();
    await expect.poll(waiting, { timeout: 10_000 }).toBe(0);
  }
  expect(await system.context.db.query({ text: "select from webhook_delivery" })).toEqual([]);
});

test("an endpoint that is registered while its partner's outbox rests hears of what happens from then on", async () => {
  await raiseCallout(system);
  engine.wake();
  await expect.poll(waiting, { timeout: 10_000 }).toBe(0);
  await addWebhook(system, { url: receiver.url });
  const { id } = await raiseCallout(system);
  engine.wake();
  await expect
    .poll(() => receiver.received.map(({ body }) => `${body.message} ${body.callout.id}`), {
      timeout: 10_000,
    })
    .toEqual([`NEW_CALLOUT ${id}`]);
});
