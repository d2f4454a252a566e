import { addWebhook, raiseCallout, useReceiver, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { webhookPath } from "../testing/webhook.ts";

const system = useSystem();
const receiver = useReceiver();
const ask = (id: number) => system.request({ method: "GET", path: `${webhookPath}/deliveries/${id}` });

test("another tenant's delivery is as absent as one that never was, and stays as it is", async () => {
  await addWebhook(system, { url: receiver.url });
  await addWebhook(system, { url: receiver.url, partner: system.otherPartner });
  await raiseCallout(system, { partner: system.otherPartner });
  await system.context.webhooks.runDue();
  const token = await system.token(system.otherPartner);
  const { body } = await system.request({ method: "GET", path: `${webhookPath}/deliveries`, token });
  const [theirs] = body;
  const [one, other] = [await ask(theirs.id), await ask(theirs.id + 1_000)];
  expect([one.status, other.status]).toEqual([404, 404]);
  expect(one.text.replace(String(theirs.id), "N")).toBe(other.text.replace(String(theirs.id + 1_000), "N"));
  await system.context.webhooks.runDue();
  expect(receiver.received).toHaveLength(1);
});
