import { addSubscription, noticesOfPeople, registerPerson, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();

function create(body: object, headers = {}) {
  return system.request({ method: "POST", path: "/panic-api/v2/subscriptions", body, headers });
}

const iso = (instant: Temporal.Instant): string => instant.toString({ fractionalSecondDigits: 3 });
const inAYear = (): string => iso(system.clock.now().toZonedDateTimeISO("UTC").add({ years: 1 }).toInstant());
const inHours = (hours: number): string => iso(system.clock.now().add({ hours }));

describe("a subscription", () => {
  test("is answered flat and enveloped, member by member: from now, for a year", async () => {
    const { id: customerId } = await registerPerson(system);
    const { status, body } = await create({ customerId, subscriptionTypeId: 1 });
    const now = iso(system.clock.now());
    const flat = {
      id: expect.any(Number),
      customerId,
      subscriptionTypeId: 1,
      validFrom: now,
      validTo: inAYear(),
      CancelledDate: null,
      CancelledReason: null,
      dependantCustomerIds: [],
      dependents: [],
      status: "active",
      createdAt: now,
      updatedAt: now,
    };
    expect(status).toBe(201);
    expect(body).toEqual({ ...flat, message: "Subscription created.", subscription: flat });
  });

  test.each([
    ["pending", () => ({ validFrom: inHours(1) })],
    ["active", () => ({ validFrom: inHours(-1), validTo: inHours(1) })],
    ["active", () => ({ validTo: inHours(1) })],
    ["lapsed", () => ({ validFrom: inHours(-2), validTo: inHours(-1) })],
    ["lapsed", () => ({ validFrom: inHours(-2), validTo: inHours(0) })],
  ])("is %s in the window %s", async (status, window) => {
    const { id: customerId } = await registerPerson(system);
    const answer = await create({ customerId, subscriptionTypeId: 3, ...window() });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ status, ...window() });
  });

  test("covers dependants, each once, in order of their ids, with their names", async () => {
    const [parent, one, two] = [
      await registerPerson(system),
      await registerPerson(system),
      await registerPerson(system),
    ];
    const { body } = await create({
      customerId: parent.id,
      subscriptionTypeId: 2,
      dependantCustomerIds: [two.id, one.id, two.id],
    });
    expect(body.dependantCustomerIds).toEqual([one.id, two.id]);
    expect(body.dependents).toEqual(
      [one, two].map(({ id, mobile }) => ({ id, name: "Nomsa", surname: "Dube", mobile })),
    );
  });

  test("tells the partner", async () => {
    const { id: customerId } = await registerPerson(system);
    const { body } = await create({ customerId, subscriptionTypeId: 1 });
    const last = (await noticesOfPeople(system, system.partner)).at(-1);
    expect(last).toEqual({ event: "SUBSCRIPTION_CREATED", id: body.id });
  });

  test("under an Idempotency-Key is made once", async () => {
    const { id: customerId } = await registerPerson(system);
    const headers = { "idempotency-key": "once" };
    const request = { customerId, subscriptionTypeId: 1 };
    const [first, again] = [await create(request, headers), await create(request, headers)];
    expect(first.status).toBe(201);
    expect(again.text).toBe(first.text);
  });
});

describe("beside others of the customer", () => {
  test("after one that was cancelled, one that has lapsed, and before one that is to come", async () => {
    const { id: customerId } = await registerPerson(system);
    await addSubscription(system, { customerId, cancelledAt: inHours(0) });
    await addSubscription(system, { customerId, validFrom: inHours(-9), validTo: inHours(-1) });
    await addSubscription(system, { customerId, validFrom: inHours(9) });
    const answer = await create({
      customerId,
      subscriptionTypeId: 1,
      validFrom: inHours(-5),
      validTo: inHours(9),
    });
    expect(answer.body.status).toBe("active");
  });

  test("a dependant may have one of their own", async () => {
    const [parent, child] = [await registerPerson(system), await registerPerson(system)];
    await addSubscription(system, { customerId: parent.id, dependantCustomerIds: [child.id] });
    expect((await create({ customerId: child.id, subscriptionTypeId: 1 })).status).toBe(201);
  });
});

test("families that exchange their members at the same instant do not lock each other out", async () => {
  const people: number[] = [];
  for (let n = 0; n < 6; n++) people.push((await registerPerson(system)).id);
  const answers = await Promise.all(
    people.map((customerId) =>
      create({
        customerId,
        subscriptionTypeId: 2,
        dependantCustomerIds: people.filter((id) => id !== customerId).toReversed(),
      }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(201));
});
