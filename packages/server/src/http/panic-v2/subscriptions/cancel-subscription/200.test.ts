import { addSubscription, noticesOfPeople, registerPerson, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();

async function subscribed(): Promise<number> {
  const { id: customerId } = await registerPerson(system);
  return addSubscription(system, { customerId });
}

const path = (id: number): string => `/panic-api/v2/subscriptions/${id}`;
const cancel = (id: number, body?: unknown, headers = {}) =>
  system.request({ method: "DELETE", path: path(id), body, headers });
const read = async (id: number) => (await system.request({ method: "GET", path: path(id) })).body;

describe("cancelling", () => {
  test.each([
    ["with a reason", { reason: "moved away" }, "moved away"],
    ["with an empty reason", { reason: "" }, null],
    ["with an empty body", {}, null],
    ["with null", null, null],
    ["without a body", undefined, null],
  ])("%s", async (_title, body, reason) => {
    const id = await subscribed();
    system.clock.advance({ minutes: 1 });
    const answer = await cancel(id, body);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      message: "Subscription cancelled.",
      subscriptionToken: expect.any(String),
    });
    expect(await read(id)).toMatchObject({
      status: "cancelled",
      CancelledDate: system.clock.now().toString({ fractionalSecondDigits: 3 }),
      CancelledReason: reason,
    });
  });

  test("without a body and with a media type, as clients send it", async () => {
    const id = await subscribed();
    expect((await cancel(id, undefined, { "content-type": "application/json" })).status).toBe(200);
  });

  test("one that is to come", async () => {
    const { id: customerId } = await registerPerson(system);
    const validFrom = system.clock.now().add({ hours: 1 }).toString();
    const id = await addSubscription(system, { customerId, validFrom });
    expect((await cancel(id)).status).toBe(200);
    expect((await read(id)).status).toBe("cancelled");
  });
});

describe("asked again", () => {
  test("it is answered the same, nothing changes and nobody is told twice", async () => {
    const id = await subscribed();
    const before = await noticesOfPeople(system, system.partner);
    const first = await cancel(id, { reason: "moved away" });
    system.clock.advance({ hours: 1 });
    expect((await cancel(id, { reason: "another" })).body).toEqual(first.body);
    expect(await read(id)).toMatchObject({ CancelledReason: "moved away" });
    const notices = await noticesOfPeople(system, system.partner);
    expect(notices.slice(before.length)).toEqual([{ event: "SUBSCRIPTION_CANCELLED", id }]);
  });

  test("by many at the same instant: all are answered the same, and the partner is told once", async () => {
    const id = await subscribed();
    const before = await noticesOfPeople(system, system.partner);
    const answers = await Promise.all(Array.from({ length: 6 }, () => cancel(id)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await noticesOfPeople(system, system.partner)).toHaveLength(before.length + 1);
  });

  test("after the customer was deleted", async () => {
    const id = await subscribed();
    const { customerId } = await read(id);
    await system.request({ method: "POST", path: `/panic-api/v2/customers/${customerId}/delete` });
    expect((await cancel(id)).status).toBe(200);
    expect(await read(id)).toMatchObject({ CancelledReason: "Customer deleted" });
  });
});

test("every cancellation has a token of its own", async () => {
  const tokens = [await cancel(await subscribed()), await cancel(await subscribed())].map(
    ({ body }) => body.subscriptionToken,
  );
  expect(new Set(tokens).size).toBe(2);
});

test("the customer may be subscribed anew", async () => {
  const id = await subscribed();
  const { customerId } = await read(id);
  await cancel(id);
  const body = { customerId, subscriptionTypeId: 1 };
  const answer = await system.request({ method: "POST", path: "/panic-api/v2/subscriptions", body });
  expect(answer.status).toBe(201);
});
