import { addCustomers, addPlaces, addSubscriber, personToken, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { setPolicy } from "../../../../partners/index.ts";

const system = useSystem();
const spot = { latitude: -26.11, longitude: 28.06 };
const raise = async (body: object, token?: string) =>
  system.request({
    method: "POST",
    path: "/panic-api/v2/callouts",
    body: { responseTypeId: 1, ...body },
    ...(token === undefined ? {} : { token }),
  });

test("for the customer in the body; it says in every answer that it is deprecated, as RFC 9745 writes that", async () => {
  const customerId = await addSubscriber(system);
  const answer = await raise({ customerId, ...spot });
  expect(answer).toMatchObject({ status: 201, body: { customerId, ...spot, callout: { customerId } } });
  const wrong = await raise({});
  for (const { headers } of [answer, wrong]) expect(headers.deprecation).toBe("@1767225600");
});

test("for the tenant's own account where no customer is named, without a subscription", async () => {
  const answer = await raise(spot);
  expect(answer).toMatchObject({
    status: 201,
    body: { customerId: system.partner.houseAccountId, predefinedLocationId: null },
  });
});

test("through a person's token for that person", async () => {
  const customerId = await addSubscriber(system);
  const answer = await raise(spot, await personToken(system, "callout", customerId));
  expect(answer).toMatchObject({ status: 201, body: { customerId } });
});

test("the policy legacyCreateChecksSubscription decides whether this form takes a subscription", async () => {
  const [customerId = 0] = await addCustomers(system, 1);
  expect((await raise({ customerId, ...spot })).status).toBe(403);
  await setPolicy(system.context, system.partner.clientId, "legacyCreateChecksSubscription", "false");
  system.context.partners.forget();
  expect((await raise({ customerId, ...spot })).status).toBe(201);
  // the newer form takes one all the same
  const [other = 0] = await addCustomers(system, 1);
  const path = `/panic-api/v2/customers/${other}/callouts`;
  const newer = await system.request({ method: "POST", path, body: { responseTypeId: 1, ...spot } });
  expect(newer.status).toBe(403);
});

describe("at one of the partner's places, for nobody in particular", () => {
  async function place(): Promise<{ id: number; reference: string }> {
    const [reference = ""] = await addPlaces(
      system,
      1,
      `legacy-${system.context.random.bytes(4).toString("hex")}`,
    );
    const [row] = await system.context.db.query<{ id: number }>({
      text: "select id from fixed_location where external_reference_id = $1",
      values: [reference],
    });
    return { id: row?.id ?? 0, reference };
  }

  test("it is the place's callout: what the place raises is added to it, and the other way round", async () => {
    const { id: predefinedLocationId, reference } = await place();
    const first = await raise({ predefinedLocationId });
    expect(first).toMatchObject({
      status: 201,
      body: { predefinedLocationId, customerId: system.partner.houseAccountId },
    });
    const path = `/panic-api/v2/predefinedLocations/externalRef/${reference}/callouts`;
    const byReference = await system.request({ method: "POST", path, body: { responseTypeId: 1 } });
    expect(byReference).toMatchObject({ status: 200, body: { id: first.body.id } });
    expect(await raise({ predefinedLocationId })).toMatchObject({ status: 200, body: { id: first.body.id } });
    expect((await raise({ predefinedLocationId, responseTypeId: 2 })).status).toBe(201);
    // a place raised it: no person pressed anything
    expect(first.body.callout.incidentInformation[0].incidentcategory.description).toBe("Intruder alarm");
  });
});
