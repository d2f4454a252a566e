import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";

const system = useSystem();

test("a responder, off duty, who signs in with the PIN; the PIN is shown nowhere", async () => {
  const { body: supplier } = await as(system, "supervisor", "POST", "/suppliers", { name: "Swift Response" });
  const asked = {
    supplierId: supplier.id,
    name: "Car7",
    callSign: "SWIFT 7",
    vehicle: null,
    login: "Car7",
    pin: "24680975",
    responseTypes: [1, 2],
  };
  const { status, body, text } = await as(system, "supervisor", "POST", "/responders", asked);
  expect(status).toBe(201);
  expect(body).toEqual({
    id: expect.any(Number),
    supplier: { id: supplier.id, name: "Swift Response" },
    name: "Car7",
    callSign: "SWIFT 7",
    vehicle: null,
    login: "car7",
    responseTypes: [1, 2],
    onDuty: false,
    dutyUntil: null,
    disabledAt: null,
  });
  const audit = await as(system, "admin", "GET", "/audit");
  expect(`${text}${audit.text}`).not.toContain(asked.pin);
  const session = await system.request({
    method: "POST",
    path: "/responder/v1/sessions",
    token: null,
    body: { login: "car7", pin: asked.pin },
  });
  expect(session.body.accessToken).toEqual(expect.any(String));
});
