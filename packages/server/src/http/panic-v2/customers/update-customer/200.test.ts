import { noticesOfPeople, raiseCallout, registerPerson, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();
const put = (id: number, body: unknown) =>
  system.request({ method: "PUT", path: `/panic-api/v2/customers/${id}`, body });

describe("only what is given changes", () => {
  test.each([
    ["enveloped", { customer: { surname: "Doe", allergies: "none" } }],
    ["flat", { surname: "Doe", allergies: "none" }],
    ["in the older names", { lastName: "Doe", allergies: "none" }],
    [
      "beside empty members",
      { surname: "Doe", allergies: "none", email: "", medications: null, mobile: null },
    ],
  ])("%s", async (_title, changes) => {
    const { id, mobile } = await registerPerson(system, { email: "n@example.com", medications: "some" });
    system.clock.advance({ minutes: 1 });
    const { status, body } = await put(id, changes);
    expect(status).toBe(200);
    const { message, customer, ...flat } = body;
    expect(message).toBe("Customer updated.");
    expect(customer).toEqual(flat);
    expect(flat).toMatchObject({ name: "Nomsa", surname: "Doe", mobile, allergies: "none" });
    expect(flat).toMatchObject({ email: "n@example.com", medications: "some" });
    expect(flat.updatedAt > flat.createdAt).toBe(true);
    expect(
      (await system.request({ method: "GET", path: `/panic-api/v2/customers/${id}` })).body.customer,
    ).toEqual(flat);
  });
});

test("a whole answer may be sent back as it is", async () => {
  const { id } = await registerPerson(system);
  const { body } = await system.request({ method: "GET", path: `/panic-api/v2/customers/${id}` });
  expect((await put(id, body)).body.customer).toEqual(body.customer);
});

test("a new mobile is kept as E.164, and the old one becomes free", async () => {
  const { id, mobile } = await registerPerson(system);
  expect((await put(id, { mobile: "083 222 2222" })).body.mobile).toBe("+27832222222");
  expect((await registerPerson(system, { mobile })).mobile).toBe(mobile);
  expect((await put(id, { mobile: "+27 83 222 2222" })).status).toBe(200);
});

test("a new duress code takes the place of the old one; without one the old one stays", async () => {
  const { id, mobile } = await registerPerson(system, { duressCode: mobileDigits("+27820000000") });
  const verdict = async () => {
    const callout = await raiseCallout(system, { customerId: id });
    const path = `/panic-api/v2/callouts/${callout.id}`;
    await system.request({
      method: "POST",
      path: `${path}/cancel`,
      body: { safeCode: mobileDigits(mobile) },
    });
    return (await system.request({ method: "GET", path })).body.status;
  };
  expect(await verdict()).toBe("Responder Cancelled");
  await put(id, { duressCode: mobileDigits(mobile) });
  expect(await verdict()).toBe("created");
  await put(id, { surname: "Doe", duressCode: "" });
  expect(await verdict()).toBe("created");
});

function mobileDigits(mobile: string): string {
  return mobile.slice(-4);
}

test("changes at the same instant are all kept", async () => {
  const { id } = await registerPerson(system);
  const changes = {
    email: "n@example.com",
    gender: "x",
    allergies: "nuts",
    bloodtype: "A+",
    vehicleMake: "VW",
  };
  await Promise.all(Object.entries(changes).map(([member, value]) => put(id, { [member]: value })));
  expect((await system.request({ method: "GET", path: `/panic-api/v2/customers/${id}` })).body).toMatchObject(
    changes,
  );
});

test("tells the partner", async () => {
  const { id } = await registerPerson(system);
  await put(id, { surname: "Doe" });
  expect((await noticesOfPeople(system, system.partner)).slice(-2)).toEqual([
    { event: "CREATED_CUSTOMER", id },
    { event: "UPDATED_CUSTOMER", id },
  ]);
});
