import {
  addPlaces,
  addResponders,
  addSubscriber,
  personToken,
  raiseForCustomer,
  useSystem,
} from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();

test("the flat callout beside the envelope with the nested one: where the person is, as precisely as was said", async () => {
  const customerId = await addSubscriber(system);
  const location = { latitude: -33.9, longitude: 18.4, accuracy: 12 };
  const { status, body } = await raiseForCustomer(system, { customerId, location });
  expect(status).toBe(201);
  const flat = {
    id: expect.any(Number),
    customerId,
    predefinedLocationId: null,
    status: "created",
    latitude: -33.9,
    longitude: 18.4,
    responseTypeId: 1,
    calloutClassificationId: 1,
    createdAt: "2026-01-15T08:00:00.000Z",
    url: expect.stringMatching(/^https:\/\/tocsin\.test\/track\//),
  };
  expect(body).toMatchObject({
    ...flat,
    message: "Callout created.",
    callout: { ...flat, internalTest: false },
  });
  expect(body.callout.incidentInformation).toMatchObject([
    {
      incidentcategory: { id: 2, description: "Panic" },
      calloutCurrentLocation: {
        latitude: "-33.9",
        longitude: "18.4",
        accuracy: 12,
        formattedAddress: "-33.9, 18.4",
      },
      responder: null,
    },
  ]);
});

describe("the one place", () => {
  test("the older flat members", async () => {
    const { status, body } = await raiseForCustomer(system, {
      location: undefined,
      latitude: 1.5,
      longitude: 2.5,
      accuracy: 3,
    });
    expect([status, body.latitude, body.longitude]).toEqual([201, 1.5, 2.5]);
  });

  test.each(["at top level", "inside location", "in both"])(
    "one of the partner's places, named %s",
    async (where) => {
      const [reference = ""] = await addPlaces(system, 1, `named ${where}`);
      const [row] = await system.context.db.query<{ id: number }>({
        text: "select id from fixed_location where external_reference_id = $1",
        values: [reference],
      });
      const named = { predefinedLocationId: row?.id };
      const { status, body } = await raiseForCustomer(system, {
        location: where === "at top level" ? undefined : named,
        ...(where === "inside location" ? {} : named),
      });
      expect([status, body.predefinedLocationId, body.latitude]).toEqual([201, row?.id, -26.1]);
      // a person raised it, wherever they are
      expect(body.callout.incidentInformation[0].incidentcategory.description).toBe("Panic");
    },
  );
});

test("it is on disk with its timeline, its notice and running deadlines, and dispatch starts", async () => {
  const { body } = await raiseForCustomer(system);
  const count = async (table: string) =>
    (await system.context.db.query({ text: `select from ${table} where callout_id = $1`, values: [body.id] }))
      .length;
  expect([await count("callout_event"), await count("outbox"), await count("deadline")]).toEqual([1, 1, 2]);
  await addResponders(system, 10);
  await system.drain();
  expect(await count("offer")).toBe(1);
});

test.each(["callout", "customer"] as const)(
  "through a %s token it is the person who raises it",
  async (scope) => {
    const customerId = await addSubscriber(system);
    const answer = await system.request({
      method: "POST",
      path: `/panic-api/v2/customers/${customerId}/callouts`,
      token: await personToken(system, scope, customerId),
      body: { responseTypeId: 2, location: { latitude: 1, longitude: 2 } },
    });
    expect(answer.status).toBe(201);
    const events = await system.request({
      method: "GET",
      path: `/panic-api/v2/callouts/${answer.body.id}/events`,
    });
    expect(events.body).toMatchObject([{ createdBy: "Customer", event: { kind: "raised", latitude: 1 } }]);
  },
);

describe("under an Idempotency-Key", () => {
  test("the same answer twice and one callout; two customers' telephones may choose the same key", async () => {
    const people = [await addSubscriber(system), await addSubscriber(system)];
    const raise = async (customerId = 0) =>
      system.request({
        method: "POST",
        path: "/panic-api/v2/callouts",
        token: await personToken(system, "callout", customerId),
        body: { responseTypeId: 1, latitude: 1, longitude: 2 },
        headers: { "idempotency-key": "1" },
      });
    const [mine, again, theirs] = [await raise(people[0]), await raise(people[0]), await raise(people[1])];
    expect([mine.status, again.status, theirs.status]).toEqual([201, 201, 201]);
    expect(again.text).toBe(mine.text);
    expect(theirs.body.customerId).toBe(people[1]);
  });
});

test("the tenant's own account needs no subscription, and each raise for it is a callout of its own", async () => {
  const customerId = system.partner.houseAccountId;
  const answers = [
    await raiseForCustomer(system, { customerId }),
    await raiseForCustomer(system, { customerId }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  expect(answers[0]?.body.id).not.toBe(answers[1]?.body.id);
});
