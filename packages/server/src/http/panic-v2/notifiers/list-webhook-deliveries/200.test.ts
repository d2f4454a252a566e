import {
  addResponder,
  addWebhook,
  bringTo,
  happen,
  raiseCallout,
  useReceiver,
  useSystem,
} from "@tocsin/testkit";
import { beforeAll, expect, test } from "vitest";
import { webhookPath } from "../testing/webhook.ts";

const system = useSystem();
const receiver = useReceiver();
const ids: number[] = [];

async function list(query = "", token?: string) {
  const path = `${webhookPath}/deliveries${query}`;
  const { status, body, headers } = await system.request({
    method: "GET",
    path,
    ...(token ? { token } : {}),
  });
  expect(status).toBe(200);
  const rows: Record<string, unknown>[] = body;
  return { rows, events: rows.map(({ event }) => event), link: String(headers.link ?? "") };
}

beforeAll(async () => {
  await addWebhook(system, { url: receiver.url });
  await addWebhook(system, { url: receiver.url, partner: system.otherPartner });
  const first = await raiseCallout(system);
  await bringTo(system, first, "closed", await addResponder(system));
  await system.context.webhooks.runDue();
  system.clock.advance({ hours: 1 });
  receiver.answer((_webhook, response) => response.writeHead(503).end("later, please"));
  const second = await raiseCallout(system);
  await happen(system, second, { type: "owned", owner: { operatorId: 1, name: "Duty" }, force: false });
  await system.context.webhooks.runDue();
  ids.push(first.id, second.id);
});

test("everything, the newest first, with what came of it and what is next", async () => {
  const { rows, events } = await list();
  expect(events).toEqual([
    "CALLOUT_OWNED",
    "NEW_CALLOUT",
    "CALLOUT_CLOSED",
    "RESPONDER_COMPLETED",
    "RESPONDER_ARRIVED_ON_SCENE",
    "RESPONDER_ACKNOWLEDGED_CALLOUT",
    "NEW_CALLOUT",
  ]);
  const [behind, failed, closed] = rows;
  expect(behind).toMatchObject({
    state: "pending",
    attemptCount: 0,
    sequence: 2,
    nextAttemptAt: null,
    lastStatus: null,
  });
  expect(failed).toEqual({
    id: expect.any(Number),
    webhookId: expect.stringMatching(/^msg_/),
    event: "NEW_CALLOUT",
    calloutId: ids[1],
    customerId: null,
    subscriptionId: null,
    sequence: 1,
    state: "pending",
    happenedAt: "2026-01-15T09:00:00.000Z",
    attemptCount: 1,
    lastAttemptAt: "2026-01-15T09:00:00.000Z",
    lastStatus: 503,
    lastFailure: "status",
    nextAttemptAt: expect.stringMatching(/^2026-01-15T09:00:0[01]/),
    endedAt: null,
  });
  expect(closed).toMatchObject({ state: "delivered", sequence: 5, lastStatus: 200, lastFailure: null });
});

test("filters narrow it", async () => {
  expect((await list("?state=pending")).events).toEqual(["CALLOUT_OWNED", "NEW_CALLOUT"]);
  expect((await list("?event=NEW_CALLOUT")).rows.map(({ calloutId }) => calloutId)).toEqual(ids.toReversed());
  expect((await list(`?calloutId=${ids[0]}&state=delivered`)).rows).toHaveLength(5);
  expect((await list("?from=2026-01-15T09:00:00Z")).rows).toHaveLength(2);
  expect((await list("?to=2026-01-15T09:00:00Z")).rows).toHaveLength(5);
  expect((await list("?state=dead")).rows).toEqual([]);
});

test("pages end to end are the whole list, with the filter kept", async () => {
  const whole = await list("?state=delivered");
  const seen: unknown[] = [];
  for (let next = "?state=delivered&limit=2"; next !== ""; ) {
    const { rows, link } = await list(next);
    expect(rows.length).toBeLessThanOrEqual(2);
    seen.push(...rows);
    next = /<[^>]*deliveries(\?[^>]*)>; rel="next"/.exec(link)?.[1] ?? "";
  }
  expect(seen).toEqual(whole.rows);
});

test("another tenant sees its own alone", async () => {
  const token = await system.token(system.otherPartner);
  expect((await list("", token)).rows).toEqual([]);
});
