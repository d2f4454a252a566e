import { registerPerson, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();
const read = (id: number) => system.request({ method: "GET", path: `/panic-api/v2/customers/${id}` });

test("what was registered, flat and enveloped, and no duress code", async () => {
  const { id, mobile } = await registerPerson(system, { allergies: "nuts", duressCode: "9999" });
  const { status, body, text } = await read(id);
  expect(status).toBe(200);
  const { message, customer, ...flat } = body;
  expect(message).toBe("Customer found.");
  expect(customer).toEqual(flat);
  expect(flat).toMatchObject({
    id,
    name: "Nomsa",
    lastName: "Dube",
    mobile,
    allergies: "nuts",
    hasMedicalAid: null,
  });
  expect(text).not.toMatch(/duress|9999/);
});

test("the house account too, which has no mobile", async () => {
  const { status, body } = await read(system.partner.houseAccountId);
  expect(status).toBe(200);
  expect(body).toMatchObject({ id: system.partner.houseAccountId, mobile: null, mobileNumber: null });
});
