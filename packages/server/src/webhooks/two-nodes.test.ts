import { addWebhook, happen, raiseCallout, useReceiver, useSystem } from "@tocsin/testkit";
import { beforeEach, expect, test } from "vitest";
import { createServices } from "../services.ts";
import { forgetNodes, type WebhookEngine } from "./index.ts";

const system = useSystem();
const receiver = useReceiver();
const comment = {
  type: "commented",
  message: "hi",
  source: null,
  by: { kind: "controller", id: 1, name: "Duty" },
} as const;
const partners = () => [system.partner, system.otherPartner];

/** Another node's engine over the same database. */
const newNode = (): WebhookEngine => createServices(system.context, system.context.settings).webhooks;

/** Those nodes that have lanes are not heard of any more; or those that have none. */
const silence = (which: "in" | "not in"): string =>
  `update webhook_node set alive_until = now() - interval '1 second' where id ${which} (select node_id from webhook_lane where node_id is not null)`;

beforeEach(async () => {
  await system.context.db.query({
    text: "truncate webhook_delivery, webhook_body, webhook_attempt, webhook_lane, webhook_node, outbox, deadline",
  });
  for (const partner of partners())
    await addWebhook(system, { url: `${receiver.url}/${partner.clientId}`, partner });
  system.clock.advance({ seconds: 10 });
});

test("many nodes tell each event once, in order, whoever of them does it", async () => {
  const nodes = [newNode(), newNode(), newNode()];
  for (let each = 0; each < 20; each++) {
    const callout = await raiseCallout(system, { partner: partners()[each % 2] ?? system.partner });
    await happen(system, callout, comment);
    await Promise.all(nodes.map((node) => node.runDue()));
  }
  for (const node of nodes) await node.runDue();
  expect(receiver.received).toHaveLength(40);
  expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(40);
  for (const [, line] of Map.groupBy(receiver.received, ({ body }) => body.callout.id))
    expect(line.map(({ headers }) => headers["webhook-sequence"])).toEqual(["1", "2"]);
  await Promise.all(nodes.map((node) => node.stop()));
});

test("a lane is one node's as long as that lives; a dead node's goes to another, with everything that waits there", async () => {
  const [first, second] = [newNode(), newNode()];
  receiver.answer(500);
  const callout = await raiseCallout(system);
  await first.runDue();
  expect(receiver.received).toHaveLength(1);
  system.clock.advance({ seconds: 2 });
  await happen(system, callout, comment);
  await second.runDue();
  expect(receiver.received).toHaveLength(1);
  // it is not heard of any more
  await system.context.db.query({ text: silence("in") });
  receiver.answer(200);
  await second.runDue();
  expect(receiver.received.map(({ body }) => body.message)).toEqual([
    "NEW_CALLOUT",
    "NEW_CALLOUT",
    "CALLOUT_EVENTS_CHANGED",
  ]);
  // should it wake up again, it finds that the lane is another's
  await happen(system, callout, comment);
  await first.runDue();
  expect(receiver.received).toHaveLength(3);
  await Promise.all([first.stop(), second.stop()]);
});

test("an endpoint that was down when its node died gets all that waits with the first success", async () => {
  const [killed, next] = [newNode(), newNode()];
  receiver.answer(500);
  const waiting = [await raiseCallout(system), await raiseCallout(system), await raiseCallout(system)];
  for (const seconds of [0, 2, 4, 10]) {
    system.clock.advance({ seconds });
    await killed.runDue();
  }
  // an hour later each waits five minutes for its next try
  system.clock.advance({ hours: 2 });
  for (let round = 0; round < 10; round++) {
    await killed.runDue();
    system.clock.advance({ seconds: 2 });
  }
  await system.context.db.query({ text: silence("in") });
  receiver.answer(200);
  const before = receiver.received.length;
  const fresh = await raiseCallout(system);
  await next.runDue();
  const arrived = receiver.received.slice(before).map(({ body }) => body.callout.id);
  expect(new Set(arrived)).toEqual(new Set([...waiting, fresh].map(({ id }) => id)));
  await Promise.all([killed.stop(), next.stop()]);
});

test("a node that the database takes for dead sends nothing twice but what was under way", async () => {
  const node = newNode();
  await node.runDue();
  await system.context.db.query({ text: silence("not in") });
  const callout = await raiseCallout(system);
  await happen(system, callout, comment);
  // the first look finds out, the next one is under a new lease
  await node.runDue();
  await node.runDue();
  const told = receiver.received.map(({ body }) => body.message);
  expect(told.length).toBeLessThanOrEqual(3);
  expect(new Set(told)).toEqual(new Set(["NEW_CALLOUT", "CALLOUT_EVENTS_CHANGED"]));
  await node.stop();
});

test("a node that stops leaves its lanes at once", async () => {
  const [first, second] = [newNode(), newNode()];
  await raiseCallout(system);
  await first.runDue();
  await raiseCallout(system);
  await second.runDue();
  expect(receiver.received).toHaveLength(1);
  await first.stop();
  await second.runDue();
  expect(receiver.received).toHaveLength(2);
  await second.stop();
});

test("who knows that it is alone takes the lanes of nodes that ended without leaving", async () => {
  const [killed, waiting, alone] = [newNode(), newNode(), newNode()];
  await raiseCallout(system);
  await killed.runDue();
  await raiseCallout(system);
  await waiting.runDue();
  expect(receiver.received).toHaveLength(1);
  await waiting.stop();
  await forgetNodes(system.context.db);
  await alone.runDue();
  expect(receiver.received).toHaveLength(2);
  await Promise.all([killed.stop(), alone.stop()]);
});

test("a receiver that hangs keeps nobody else waiting", async () => {
  receiver.answer(({ path }, response) => {
    if (path.endsWith(system.partner.clientId)) setTimeout(() => response.writeHead(200).end(), 2_000);
    else response.writeHead(200).end();
  });
  const node = newNode();
  node.start();
  const hung = await raiseCallout(system);
  node.wake();
  await expect.poll(() => receiver.received.map(({ body }) => body.callout.id)).toEqual([hung.id]);
  for (let each = 0; each < 10; each++) {
    await raiseCallout(system, { partner: system.otherPartner });
    node.wake();
  }
  await expect.poll(() => receiver.received.length, { timeout: 1_500 }).toBe(11);
  await node.stop();
});

test("what is too old leaves the log; a callout that is not closed keeps its own", async () => {
  const [open, closed] = [await raiseCallout(system), await raiseCallout(system)];
  const by = { kind: "integrator", id: 11, name: "acme" } as const;
  await happen(system, closed, { type: "dismissed", by });
  await newNode().runDue();
  system.clock.advance({ hours: 24 * 29 });
  await newNode().runDue();
  const kept = () =>
    system.context.db.query<{ id: number }>({
      text: "select subject_id as id from webhook_delivery order by id",
    });
  expect(await kept()).toHaveLength(4);
  system.clock.advance({ hours: 25 });
  await newNode().runDue();
  expect(await kept()).toEqual([{ id: open.id }]);
  const others = await system.context.db.query({
    text: "select delivery_id from webhook_body union all select delivery_id from webhook_attempt",
  });
  expect(others).toHaveLength(2);
});
