import { addWebhook, happen, raiseCallout, useReceiver, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { webhookPath } from "../testing/webhook.ts";

const system = useSystem();
const receiver = useReceiver();
const comment = {
  type: "commented",
  message: "hi",
  source: null,
  by: { kind: "controller", id: 1, name: "Duty" },
} as const;
const replay = (body: unknown) => system.request({ method: "POST", path: `${webhookPath}/replay`, body });

test("what happened in the range arrives again, in order for each callout; nothing else does", async () => {
  await addWebhook(system, { url: receiver.url });
  const callouts = [await raiseCallout(system), await raiseCallout(system)];
  for (const callout of callouts) for (let each = 0; each < 3; each++) await happen(system, callout, comment);
  system.clock.advance({ hours: 1 });
  await raiseCallout(system);
  await system.context.webhooks.runDue();
  const before = receiver.received.length;
  expect(before).toBe(9);
  const answer = await replay({ from: "2026-01-15T08:00:00Z", to: "2026-01-15T09:00:00Z" });
  expect(answer).toMatchObject({
    status: 200,
    body: { message: "8 deliveries queued.", replayed: 8, nextCursor: null },
  });
  await system.context.webhooks.runDue();
  const again = receiver.received.slice(before);
  expect(again).toHaveLength(8);
  for (const [, line] of Map.groupBy(again, ({ body }) => body.callout.id))
    expect(line.map(({ headers }) => headers["webhook-sequence"])).toEqual(["1", "2", "3", "4"]);
  const ids = (some: typeof again) => new Set(some.map(({ headers }) => headers["webhook-id"]));
  expect(ids(again).isSubsetOf(ids(receiver.received.slice(0, before)))).toBe(true);
});

test("of one state, event or callout alone", async () => {
  const { id } = await raiseCallout(system);
  await system.context.webhooks.runDue();
  const range = { from: "2026-01-15T00:00:00Z", to: "2026-01-16T00:00:00Z" };
  const count = async (more: object) => (await replay({ ...range, ...more })).body.replayed;
  expect(await count({ state: "dead" })).toBe(0);
  expect(await count({ calloutId: id, event: "CALLOUT_CLOSED" })).toBe(0);
  expect(await count({ calloutId: id })).toBe(1);
  // it is on its way now
  expect(await count({ calloutId: id })).toBe(0);
});
