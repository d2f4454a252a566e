import { noticesOfPeople, registerPerson, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();

async function refuse(body: unknown): Promise<string[]> {
  const before = await noticesOfPeople(system, system.partner);
  const answer = await system.request({ method: "POST", path: "/panic-api/v2/subscriptions", body });
  expect(answer.status).toBe(400);
  expect(answer.headers["x-error-code"]).toBe("invalid-request");
  // nothing half-done
  expect(await noticesOfPeople(system, system.partner)).toEqual(before);
  return answer.body.errors.map(({ field }: { field: string }) => field);
}

describe("a wrong member", () => {
  test.each([
    ["nothing", {}, ["customerId", "subscriptionTypeId"]],
    ["no body", undefined, ["body"]],
    ["text for a customer", { customerId: "1", subscriptionTypeId: 1 }, ["customerId"]],
    ["a type that is none", { customerId: 1, subscriptionTypeId: 5 }, ["subscriptionTypeId"]],
    ["the type 0", { customerId: 1, subscriptionTypeId: 0 }, ["subscriptionTypeId"]],
    ["a type by its name", { customerId: 1, subscriptionTypeId: "FAMILY" }, ["subscriptionTypeId"]],
    [
      "dependants that are no list",
      { customerId: 1, subscriptionTypeId: 2, dependantCustomerIds: 5 },
      ["dependantCustomerIds"],
    ],
    [
      "a dependant that is none",
      { customerId: 1, subscriptionTypeId: 2, dependantCustomerIds: [5, "6"] },
      ["dependantCustomerIds[1]"],
    ],
    [
      "several",
      { customerId: 1.5, validFrom: "x", validTo: 5 },
      ["customerId", "subscriptionTypeId", "validFrom", "validTo"],
    ],
    [
      "a window that is over beside a member of another type",
      { customerId: "1", subscriptionTypeId: 1, validTo: "2020-01-01T00:00:00Z" },
      ["customerId", "validTo"],
    ],
    [
      "too many dependants beside a window that is none",
      {
        customerId: 1,
        subscriptionTypeId: 3,
        validFrom: "2030-06-10T00:00:00Z",
        validTo: "2030-06-09T00:00:00Z",
        dependantCustomerIds: [2],
      },
      ["validTo", "dependantCustomerIds"],
    ],
    [
      "the customer themself beside no type",
      { customerId: 1, dependantCustomerIds: [1], validFrom: 5 },
      ["subscriptionTypeId", "dependantCustomerIds", "validFrom"],
    ],
  ])("%s", async (_title, body, fields) => {
    expect((await refuse(body)).toSorted()).toEqual(fields.toSorted());
  });
});

describe("the edge of a window", () => {
  test.each([
    ["a date", "2026-06-10"],
    ["a time without a zone", "2026-06-10T00:00:00"],
    ["an offset", "2026-06-10T02:00:00+02:00"],
    ["a day that is none", "2026-02-30T00:00:00Z"],
    ["an hour that is none", "2026-06-10T25:00:00Z"],
    ["words", "tomorrow"],
    ["a year after our time", "9999-12-31T00:00:00Z"],
    ["a year before it", "0000-01-01T00:00:00Z"],
    ["milliseconds since 1970", 1_780_000_000_000],
    ["a flag", false],
    ["an object", {}],
  ])("%s", async (_title, edge) => {
    const right = { customerId: 1, subscriptionTypeId: 1 };
    expect(await refuse({ ...right, validFrom: edge })).toEqual(["validFrom"]);
    expect(await refuse({ ...right, validTo: edge })).toEqual(["validTo"]);
  });
});

describe("a window that is none", () => {
  test.each([
    ["it ends before it begins", { validFrom: "2030-06-10T00:00:00Z", validTo: "2030-06-09T00:00:00Z" }],
    ["it ends as it begins", { validFrom: "2030-06-10T00:00:00Z", validTo: "2030-06-10T00:00:00.000Z" }],
    ["it would begin now, and ended before", { validTo: "2020-01-01T00:00:00Z" }],
  ])("%s", async (_title, window) => {
    const { id: customerId } = await registerPerson(system);
    expect(await refuse({ customerId, subscriptionTypeId: 1, ...window })).toEqual(["validTo"]);
  });
});

describe("dependants", () => {
  test.each([
    ["a dependant with a single type", 1, 1],
    ["a dependant with a single type from the web", 3, 1],
    ["a sixth with a family type", 2, 6],
    ["a sixth with a family type from the web", 4, 6],
  ])("%s", async (_title, subscriptionTypeId, count) => {
    const dependantCustomerIds = Array.from({ length: count }, (_, index) => index + 1);
    const body = { customerId: 178_099, subscriptionTypeId, dependantCustomerIds };
    expect(await refuse(body)).toEqual(["dependantCustomerIds"]);
  });

  test("the customer themself", async () => {
    const { id } = await registerPerson(system);
    const body = { customerId: id, subscriptionTypeId: 2, dependantCustomerIds: [id] };
    expect(await refuse(body)).toEqual(["dependantCustomerIds"]);
  });
});
