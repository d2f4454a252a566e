import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();
const send = (body: unknown, headers = {}) =>
  system.request({ method: "POST", path: "/panic-api/v2/leads", body, headers });

test("the published request, member by member", async () => {
  const { status, body } = await send({ mobileNumber: "+14155552671" });
  expect(status).toBe(201);
  expect(body).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
    leadId: body.id,
    mobileNumber: "+14155552671",
    customerSourceId: system.partner.customerSourceId,
    status: "RECEIVED",
    source: "API",
    customerData: null,
    processingStartedAt: null,
    convertedAt: null,
    failedAt: null,
    createdAt: "2026-01-15T08:00:00.000Z",
    updatedAt: "2026-01-15T08:00:00.000Z",
    message: "Lead created.",
  });
});

test("whatever the partner knows of the person is kept as it is", async () => {
  const customerData = {
    name: "Thandi",
    family: [{ name: "Sipho", age: 7 }],
    vip: true,
    score: 0.1,
    note: null,
  };
  const { body } = await send({ mobileNumber: "082 555 0100", customerData, firstName: "Older" });
  expect(body).toMatchObject({ mobileNumber: "082 555 0100", customerData });
  expect(body.customerData).toEqual(customerData);
});

test("the older flat shape says it in customerData; what is empty is left out", async () => {
  const { body } = await send({
    mobileNumber: "0825550100",
    firstName: "Thandi",
    lastName: "",
    email: "t@x.za",
  });
  expect(body.customerData).toEqual({ firstName: "Thandi", email: "t@x.za" });
});

test("the same number twice is two leads; under one Idempotency-Key it is one", async () => {
  const lead = { mobileNumber: "0825550100" };
  const keyed = { "idempotency-key": "a" };
  const ids = [
    (await send(lead)).body.id,
    (await send(lead)).body.id,
    (await send(lead, keyed)).body.id,
    (await send(lead, keyed)).body.id,
  ];
  expect(new Set(ids).size).toBe(3);
  expect(ids[2]).toBe(ids[3]);
});
