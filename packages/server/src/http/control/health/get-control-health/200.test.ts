import { addResponders, addVisit, addWebhook, fixAt, useReceiver, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";
import { act, raise } from "../../testing/callouts.ts";

const system = useSystem();
const receiver = useReceiver();
const health = async () => (await as(system, "operator", "GET", "/health")).body;

test("every part is told; whoever does not handle due deadlines is late, and says by how much", async () => {
  const [fresh, old] = await addResponders(system, 2);
  receiver.answer(503);
  await addWebhook(system, { url: receiver.url });
  const calloutId = await raise(system);
  await system.drain();
  expect(await health()).toEqual({
    status: "ok",
    engine: {
      status: "ok",
      lagSeconds: 0,
      runningDeadlines: 2,
      overdueDeadlines: 0,
      oldestOverdue: null,
      unwatchedCallouts: 0,
    },
    visits: { status: "ok", lagSeconds: 0, missed: 0, lastMissedAt: null },
    database: { status: "ok", problem: null },
    webhooks: { backlog: 1, oldestSeconds: 0 },
    positionFeeds: [
      {
        supplierId: fresh?.supplierId,
        name: expect.stringContaining("Supplier"),
        onDuty: 2,
        fresh: 2,
        newestSeconds: 0,
        oldestSeconds: 0,
      },
    ],
  });
  system.clock.advance({ seconds: 150 });
  system.context.fleet.record(fresh?.responderId ?? 0, [
    fixAt({ latitude: -26.1, longitude: 28.05 }, system.clock.now()),
  ]);
  expect(await health()).toMatchObject({
    status: "failing",
    engine: {
      status: "failing",
      lagSeconds: 130,
      overdueDeadlines: 2,
      oldestOverdue: { calloutId, kind: "offerExpiry", dueAt: "2026-01-15T08:00:20.000Z" },
    },
    webhooks: { backlog: 1, oldestSeconds: 150 },
    positionFeeds: [{ onDuty: 2, fresh: 1, newestSeconds: 0, oldestSeconds: 150 }],
  });
  expect(old).toBeDefined();
  await system.drain();
  expect(await health()).toMatchObject({ status: "ok" });
});

test("an open callout that no deadline watches over breaks the promise", async () => {
  const calloutId = await raise(system);
  await system.context.db.query({ text: "delete from deadline where callout_id = $1", values: [calloutId] });
  expect(await health()).toMatchObject({ status: "failing", engine: { unwatchedCallouts: 1 } });
  await act(system, calloutId, "close", { outcome: "test" });
  expect(await health()).toMatchObject({ status: "ok", engine: { unwatchedCallouts: 0 } });
});

test("a missed visit is counted for a day; a window that is over unseen is the clockwork's lag", async () => {
  const { endsAt } = await addVisit(system, { inMinutes: 10, windowMinutes: 20 });
  system.clock.advance({ minutes: 31 });
  const lagSeconds = system.clock.now().since(endsAt).total("seconds");
  expect(lagSeconds).toBeGreaterThan(5);
  expect(await health()).toMatchObject({
    status: "failing",
    visits: { status: "failing", lagSeconds, missed: 0 },
  });
  await system.drain();
  const lastMissedAt = system.clock.now().toString({ fractionalSecondDigits: 3 });
  const missed = { status: "ok", lagSeconds: 0, missed: 1, lastMissedAt };
  expect(await health()).toMatchObject({ status: "ok", visits: missed });
  system.clock.advance({ hours: 24 });
  await system.drain();
  expect((await health()).visits).toMatchObject({ missed: 0, lastMissedAt: null });
});
