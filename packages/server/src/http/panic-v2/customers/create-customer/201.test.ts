import { noticesOfPeople, registerPerson, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();
const jane = { name: "Jane", surname: "Doe" };
const everything = {
  email: "jane@example.com",
  gender: "female",
  dateOfBirth: "1990-12-31",
  externalReferenceId: "P-1",
  vehicleMake: "Toyota",
  vehicleModel: "Corolla",
  vehicleColour: "white",
  vehicleLicensePlate: "CA 123-456",
  hasMedicalAid: true,
  medicalAidScheme: "Discovery",
  medicalAidNumber: "007",
  medicalAidPlan: "Classic",
  medicalConditions: "asthma",
  medications: "salbutamol",
  allergies: "penicillin",
  bloodtype: "O+",
  nextOfKinName: "John Doe",
  nextOfKinNumber: "083 765 4321",
  familyDoctorPhoneNumber: "021 555 0100",
  medicalOther: "wears glasses",
  businessName: "Doe and Daughters",
};

function create(body: unknown, headers = {}) {
  return system.request({ method: "POST", path: "/panic-api/v2/customers", body, headers });
}

describe("a registration", () => {
  test("is answered flat and enveloped, in the newer names and the older ones, member by member", async () => {
    const sent = { ...jane, mobile: "+27821000001", ...everything, duressCode: "9999", unknown: 1 };
    const { status, body, text } = await create({ customer: sent });
    const now = system.clock.now().toString({ fractionalSecondDigits: 3 });
    const flat = {
      id: expect.any(Number),
      customerSourceId: system.partner.customerSourceId,
      ...jane,
      mobile: "+27821000001",
      firstName: "Jane",
      lastName: "Doe",
      mobileNumber: "+27821000001",
      ...everything,
      createdAt: now,
      updatedAt: now,
    };
    expect(status).toBe(201);
    expect(body).toEqual({ ...flat, message: "Customer created.", customer: flat });
    expect(text).not.toContain("9999");
  });

  test.each([
    [
      "the older flat body",
      { firstName: "Jane", lastName: "Doe", mobileNumber: "082 100 0002" },
      "+27821000002",
    ],
    ["a flat body in newer names", { ...jane, mobile: "0821000003" }, "+27821000003"],
    ["a national number", { customer: { ...jane, mobile: "(082) 100-0004" } }, "+27821000004"],
    ["a number from abroad", { customer: { ...jane, mobile: "00 44 7700 900123" } }, "+447700900123"],
  ])("takes %s", async (_title, sent, mobile) => {
    const { status, body } = await create(sent);
    expect(status).toBe(201);
    expect(body.customer).toMatchObject({
      name: "Jane",
      lastName: "Doe",
      mobile,
      mobileNumber: mobile,
      email: null,
    });
  });

  test("reads national numbers in the tenant's own region", async () => {
    await system.context.db.query({
      text: `update customer_source set policies = '{"defaultRegion": "GB"}' where id = $1`,
      values: [system.otherPartner.customerSourceId],
    });
    system.context.partners.forget();
    const request = { ...jane, mobile: "07700 900124" };
    const token = await system.token(system.otherPartner);
    const path = "/panic-api/v2/customers";
    const answer = await system.request({ method: "POST", path, token, body: request });
    expect(answer.body.mobile).toBe("+447700900124");
  });

  test("another tenant may have the same number", async () => {
    const { mobile } = await registerPerson(system);
    const theirs = await registerPerson(system, { partner: system.otherPartner, mobile });
    expect(theirs.mobile).toBe(mobile);
  });

  test("tells the partner", async () => {
    const before = await noticesOfPeople(system, system.partner);
    const { id } = await registerPerson(system);
    const notices = await noticesOfPeople(system, system.partner);
    expect(notices.slice(before.length)).toEqual([{ event: "CREATED_CUSTOMER", id }]);
  });

  test("under an Idempotency-Key happens once, and is answered the same", async () => {
    const request = { customer: { ...jane, mobile: "+27821000009" } };
    const headers = { "idempotency-key": "once" };
    const [first, again] = [await create(request, headers), await create(request, headers)];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.text).toBe(first.text);
  });
});

describe("with a subscription in the same step", () => {
  async function subscriptionsOf(id: number) {
    const path = `/panic-api/v2/customers/${id}/subscriptions`;
    return (await system.request({ method: "GET", path })).body;
  }

  test("the customer is subscribed, and the partner is told of both", async () => {
    const subscription = {
      subscriptionTypeId: 4,
      validFrom: "2026-01-01T00:00:00Z",
      validTo: "2099-01-01T00:00:00Z",
    };
    const { body } = await create({ customer: { ...jane, mobile: "+27821000010" }, subscription });
    const [made] = await subscriptionsOf(body.id);
    expect(made).toMatchObject({
      customerId: body.id,
      subscriptionTypeId: 4,
      validTo: "2099-01-01T00:00:00.000Z",
    });
    const notices = await noticesOfPeople(system, system.partner);
    expect(notices.slice(-2)).toEqual([
      { event: "CREATED_CUSTOMER", id: body.id },
      { event: "SUBSCRIPTION_CREATED", id: made.id },
    ]);
  });

  test("a family's subscription covers the customer", async () => {
    const parent = await registerPerson(system);
    const body = { customerId: parent.id, subscriptionTypeId: 2 };
    const family = await system.request({ method: "POST", path: "/panic-api/v2/subscriptions", body });
    const subscriptionId = family.body.id;
    const child = await create({ customer: { ...jane, mobile: "+27821000011" }, subscriptionId });
    expect(child.status).toBe(201);
    expect(await subscriptionsOf(child.body.id)).toMatchObject([
      { id: subscriptionId, customerId: parent.id, dependantCustomerIds: [child.body.id] },
    ]);
    expect((await noticesOfPeople(system, system.partner)).at(-1)).toEqual({
      event: "SUBSCRIPTION_UPDATED",
      id: subscriptionId,
    });
  });
});
