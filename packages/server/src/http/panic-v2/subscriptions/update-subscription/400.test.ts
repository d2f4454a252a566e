import { addSubscription, registerPerson, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

async function expectRefused(body: unknown, fields: string[], dependants = 0): Promise<void> {
  const { id: customerId } = await registerPerson(system);
  const dependantCustomerIds = [];
  for (let n = 0; n < dependants; n++) dependantCustomerIds.push((await registerPerson(system)).id);
  const validFrom = "2020-01-01T00:00:00Z";
  const id = await addSubscription(system, { customerId, validFrom, dependantCustomerIds });
  const path = `/panic-api/v2/subscriptions/${id}`;
  const before = await system.request({ method: "GET", path });
  const answer = await system.request({ method: "PUT", path, body });
  expect(answer.status).toBe(400);
  expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
  expect((await system.request({ method: "GET", path })).body).toEqual(before.body);
}

test.each([
  ["no body", undefined, ["body"]],
  ["a date", { validTo: "2030-01-01" }, ["validTo"]],
  ["a day that is none", { validTo: "2030-02-30T00:00:00Z" }, ["validTo"]],
  ["an end before the beginning", { validTo: "2019-12-31T23:59:59Z" }, ["validTo"]],
  ["an end at the beginning", { validTo: "2020-01-01T00:00:00Z" }, ["validTo"]],
  ["dependants that are no list", { dependantCustomerIds: "1,2" }, ["dependantCustomerIds"]],
  ["a dependant that is none", { dependantCustomerIds: [0] }, ["dependantCustomerIds[0]"]],
  ["a dependant with a single type", { dependantCustomerIds: [1] }, ["dependantCustomerIds"]],
  [
    "a dependant with a single type and an end before the beginning",
    { validTo: "2019-12-31T23:59:59Z", dependantCustomerIds: [1] },
    ["validTo", "dependantCustomerIds"],
  ],
  ["several", { validTo: 5, dependantCustomerIds: [{}] }, ["validTo", "dependantCustomerIds[0]"]],
])("%s: nothing changes", async (_title, body, fields) => {
  await expectRefused(body, fields);
});

test("more dependants than the type allows", async () => {
  await expectRefused({ dependantCustomerIds: [1, 2, 3, 4, 5, 6] }, ["dependantCustomerIds"], 1);
});

test("an id that is none", async () => {
  const answer = await system.request({ method: "PUT", path: "/panic-api/v2/subscriptions/x", body: {} });
  expect(answer.body.errors).toMatchObject([{ field: "id" }]);
});
