import { addSubscription, registerPerson, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

async function subscribe(customerId: number, window = {}) {
  const body = { customerId, subscriptionTypeId: 1, ...window };
  return system.request({ method: "POST", path: "/panic-api/v2/subscriptions", body });
}

const inHours = (hours: number): string => system.clock.now().add({ hours }).toString();

async function expectRefused(answer: Awaited<ReturnType<typeof subscribe>>): Promise<void> {
  expect(answer.status).toBe(409);
  expect(answer.headers["x-error-code"]).toBe("subscription-active");
}

test("while one is active, whatever the window of the other: the answer names it", async () => {
  const { id: customerId } = await registerPerson(system);
  const standing = await addSubscription(system, { customerId, validTo: inHours(5) });
  for (const window of [{}, { validFrom: inHours(6) }, { validFrom: inHours(-6), validTo: inHours(-5) }]) {
    const answer = await subscribe(customerId, window);
    await expectRefused(answer);
    expect(answer.body.message).toContain(String(standing));
  }
  system.clock.advance({ hours: 5 });
  expect((await subscribe(customerId)).status).toBe(201);
});

test("when one that is to come would be active at the same time", async () => {
  const { id: customerId } = await registerPerson(system);
  await addSubscription(system, { customerId, validFrom: inHours(5) });
  await expectRefused(await subscribe(customerId, { validTo: inHours(6) }));
  expect((await subscribe(customerId, { validTo: inHours(5) })).status).toBe(201);
});

test("of many at the same instant one is made", async () => {
  const { id: customerId } = await registerPerson(system);
  const answers = await Promise.all(Array.from({ length: 8 }, () => subscribe(customerId)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array(7).fill(409)]);
});

test("the refusal leaves an Idempotency-Key's transaction usable, and is stored", async () => {
  const { id: customerId } = await registerPerson(system);
  await addSubscription(system, { customerId, validFrom: inHours(5) });
  const request = {
    method: "POST",
    path: "/panic-api/v2/subscriptions",
    body: { customerId, subscriptionTypeId: 1 },
    headers: { "idempotency-key": "refused" },
  } as const;
  const [first, again] = [await system.request(request), await system.request(request)];
  await expectRefused(first);
  expect(again.text).toBe(first.text);
});
