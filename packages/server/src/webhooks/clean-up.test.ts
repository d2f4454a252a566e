import {
  addResponder,
  addWebhook,
  bringTo,
  happen,
  raiseCallout,
  registerPerson,
  useReceiver,
  useSystem,
} from "@tocsin/testkit";
import { beforeEach, expect, test } from "vitest";
import { cleanUpDeliveries } from "./clean-up.ts";

const system = useSystem();
const receiver = useReceiver();
const kept = { hours: 30 * 24 } as const;
const controller = { kind: "controller", id: 1, name: "Duty" } as const;

beforeEach(async () => {
  await system.context.db.query({
    text: "truncate webhook_endpoint, webhook_key, webhook_delivery, webhook_body, webhook_attempt, webhook_line_end, outbox, deadline",
  });
  await addWebhook(system, { url: receiver.url });
  system.clock.advance({ seconds: 10 });
});

const cleanUp = () => cleanUpDeliveries(system.context.db, system.clock.now());

async function counts() {
  const [row] = await system.context.db.query<{ deliveries: number; bodies: number; attempts: number }>({
    text: `select (select count(*) from webhook_delivery) as deliveries, (select count(*) from webhook_body) as bodies,
      (select count(*) from webhook_attempt) as attempts`,
  });
  return row;
}

async function tellClosedCallout(): Promise<void> {
  const callout = await raiseCallout(system);
  await bringTo(system, callout, "closed", await addResponder(system));
  await system.drain();
}

test("a delivery is kept for 30 days after its end, then it goes with its body and its attempts", async () => {
  await tellClosedCallout();
  const before = await counts();
  expect(before?.deliveries).toBeGreaterThan(0);
  expect(before).toMatchObject({ bodies: before?.deliveries, attempts: before?.deliveries });
  system.clock.advance(kept);
  await cleanUp();
  expect(await counts()).toEqual(before);
  system.clock.advance({ seconds: 1 });
  expect(await cleanUp()).toBe(false);
  expect(await counts()).toEqual({ deliveries: 0, bodies: 0, attempts: 0 });
});

test("what is pending stays, and so does all of a callout that is open: its numbers go on", async () => {
  const callout = await raiseCallout(system);
  await system.drain();
  system.clock.advance(kept);
  system.clock.advance({ seconds: 1 });
  await cleanUp();
  await happen(system, callout, { type: "commented", message: "still here", source: null, by: controller });
  receiver.answer(500);
  await system.context.webhooks.runDue();
  await cleanUp();
  expect(receiver.received.at(-1)?.headers["webhook-sequence"]).toBe("2");
  expect((await counts())?.deliveries).toBe(2);
});

test("the numbers of a customer go on however long nothing was told", async () => {
  const { id } = await registerPerson(system);
  const change = async (name: string): Promise<unknown> => {
    const path = `/panic-api/v2/customers/${id}`;
    expect((await system.request({ method: "PUT", path, body: { name } })).status).toBe(200);
    await system.context.webhooks.runDue();
    return receiver.received.at(-1)?.headers["webhook-sequence"];
  };
  const first = Number(await change("Ann"));
  for (const [later, name] of ["Beth", "Carol", "Dora"].entries()) {
    system.clock.advance(kept);
    system.clock.advance({ seconds: 1 });
    await cleanUp();
    expect((await counts())?.deliveries).toBe(0);
    expect(await change(name)).toBe(String(first + later + 1));
  }
});
