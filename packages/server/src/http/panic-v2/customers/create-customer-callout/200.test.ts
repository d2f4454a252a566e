import { addResponder, addSubscriber, bringTo, raiseForCustomer, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();

const events = async (id: number): Promise<{ event: { kind: string } }[]> =>
  (await system.request({ method: "GET", path: `/panic-api/v2/callouts/${id}/events` })).body;

/** The wall of the story's events speaks of a place; of this callout only its id matters. */
const told = (id: number) => ({ id, reference: "", page: "", partner: system.partner });

test("pressed again: the callout that runs, with what was asked anew on its timeline", async () => {
  const customerId = await addSubscriber(system);
  const first = await raiseForCustomer(system, { customerId });
  const location = { latitude: -26.3, longitude: 28.3, accuracy: 5 };
  const again = await raiseForCustomer(system, { customerId, location });
  expect(again).toMatchObject({
    status: 200,
    body: { id: first.body.id, message: "Callout already active." },
  });
  expect(again.body).toMatchObject({ latitude: -26.3, longitude: 28.3 });
  expect(again.body.callout.incidentInformation[0].calloutCurrentLocation.accuracy).toBe(5);
  expect(await events(first.body.id)).toMatchObject([
    { event: { kind: "raised" } },
    { event: { kind: "raisedAgain", latitude: -26.3 } },
  ]);
});

test("whatever it is about: one active callout a person; another response type stays as asked first", async () => {
  const customerId = await addSubscriber(system);
  const first = await raiseForCustomer(system, { customerId });
  const again = await raiseForCustomer(system, { customerId, responseTypeId: 2 });
  expect(again).toMatchObject({ status: 200, body: { id: first.body.id, responseTypeId: 1 } });
});

test.each([2, 3])("a REAL repeat lifts classification %i to REAL", async (calloutClassificationId) => {
  const customerId = await addSubscriber(system);
  await raiseForCustomer(system, { customerId, calloutClassificationId });
  const again = await raiseForCustomer(system, { customerId });
  expect(again).toMatchObject({ status: 200, body: { calloutClassificationId: 1 } });
});

test("in earnest after an internal test: the test is over, for everybody who is asked from then on", async () => {
  const customerId = await addSubscriber(system);
  const test = await raiseForCustomer(system, { customerId, internalTest: true });
  const real = await raiseForCustomer(system, { customerId });
  expect(real).toMatchObject({ status: 200, body: { id: test.body.id, callout: { internalTest: false } } });
});

describe("until a responder has completed the work", () => {
  test.each(["assigned", "onScene"] as const)("%s: added to it", async (step) => {
    const customerId = await addSubscriber(system);
    const { body } = await raiseForCustomer(system, { customerId });
    await bringTo(system, told(body.id), step, await addResponder(system));
    expect(await raiseForCustomer(system, { customerId })).toMatchObject({
      status: 200,
      body: { id: body.id },
    });
  });

  test("completed: that one is closed, and a new one raised", async () => {
    const customerId = await addSubscriber(system);
    const { body } = await raiseForCustomer(system, { customerId });
    await bringTo(system, told(body.id), "completed", await addResponder(system));
    const again = await raiseForCustomer(system, { customerId });
    expect(again.status).toBe(201);
    expect(again.body.id).not.toBe(body.id);
    const closed = await system.request({ method: "GET", path: `/panic-api/v2/callouts/${body.id}` });
    expect(closed.body.status).toBe("closed");
  });
});

test("under duress nothing is added: a new raise opens a new callout, and from then on that one counts", async () => {
  const customerId = await addSubscriber(system);
  await system.context.db.query({
    text: "update customer set mobile = '+27821110001' where id = $1",
    values: [customerId],
  });
  const first = await raiseForCustomer(system, { customerId });
  const cancel = `/panic-api/v2/callouts/${first.body.id}/cancel`;
  await system.request({ method: "POST", path: cancel, body: { safeCode: "9999" } });
  const second = await raiseForCustomer(system, { customerId });
  const third = await raiseForCustomer(system, { customerId });
  expect([second.status, third.status]).toEqual([201, 200]);
  expect(second.body.id).not.toBe(first.body.id);
  expect(third.body.id).toBe(second.body.id);
});
