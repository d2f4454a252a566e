import {
  addWebhook,
  happen,
  type ReceivedWebhook,
  raiseCallout,
  useReceiver,
  useSystem,
} from "@tocsin/testkit";
import { beforeEach, expect, test } from "vitest";
import { webhookPath } from "../testing/webhook.ts";

const system = useSystem();
const receiver = useReceiver();
const comment = {
  type: "commented",
  message: "hi",
  source: null,
  by: { kind: "controller", id: 1, name: "Duty" },
} as const;

beforeEach(async () => {
  await system.context.db.query({
    text: "truncate webhook_delivery, webhook_body, webhook_attempt, outbox, deadline",
  });
  await addWebhook(system, { url: receiver.url });
  system.clock.advance({ seconds: 10 });
});

async function deliveries(): Promise<{ id: number; state: string; sequence: number }[]> {
  const { body } = await system.request({ method: "GET", path: `${webhookPath}/deliveries` });
  return body.toReversed();
}
const replay = (id = 0) => system.request({ method: "POST", path: `${webhookPath}/deliveries/${id}/replay` });
const sent = ({ headers, text }: ReceivedWebhook) => [
  headers["webhook-id"],
  headers["webhook-sequence"],
  text,
];

test("what was delivered arrives again: the same id, number and body, to the webhook of now", async () => {
  const callout = await raiseCallout(system);
  await happen(system, callout, comment);
  await system.context.webhooks.runDue();
  const [first] = await deliveries();
  await addWebhook(system, { url: `${receiver.url}/new` });
  const answer = await replay(first?.id);
  expect(answer).toMatchObject({
    status: 200,
    body: { message: "Delivery queued.", delivery: { state: "pending" } },
  });
  await system.context.webhooks.runDue();
  const [before, , again] = receiver.received;
  expect(receiver.received).toHaveLength(3);
  expect(again && sent(again)).toEqual(before && sent(before));
  expect(again?.path).toBe("/hook/new");
  expect(await deliveries()).toMatchObject([
    { state: "delivered", attemptCount: 2 },
    { state: "delivered", attemptCount: 1 },
  ]);
});

test("what is pending is tried now", async () => {
  receiver.answer(500);
  await raiseCallout(system);
  await system.context.webhooks.runDue();
  system.clock.advance({ minutes: 2 });
  await system.context.webhooks.runDue();
  system.clock.advance({ milliseconds: 1_100 });
  await system.context.webhooks.runDue();
  expect(receiver.received).toHaveLength(2);
  await replay((await deliveries())[0]?.id);
  await system.context.webhooks.runDue();
  expect(receiver.received).toHaveLength(3);
});

test("in its line it goes before what waits there with higher numbers", async () => {
  const callout = await raiseCallout(system);
  await system.context.webhooks.runDue();
  receiver.answer(500);
  await happen(system, callout, comment);
  await happen(system, callout, comment);
  await system.context.webhooks.runDue();
  await replay((await deliveries())[0]?.id);
  receiver.answer(200);
  const before = receiver.received.length;
  system.clock.advance({ seconds: 2 });
  await system.context.webhooks.runDue();
  // the one that was tried already is finished first: one event of a callout is under way at a time
  expect(receiver.received.slice(before).map(({ headers }) => headers["webhook-sequence"])).toEqual([
    "2",
    "1",
    "3",
  ]);
});
