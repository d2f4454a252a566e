import { noticesOfPeople, registerPerson, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();
const jane = { name: "Jane", surname: "Doe", mobile: "+27821234567" };

async function refuse(body: unknown): Promise<{ field: string; message: string }[]> {
  const answer = await system.request({ method: "POST", path: "/panic-api/v2/customers", body });
  expect(answer.status).toBe(400);
  expect(answer.headers["x-error-code"]).toBe("invalid-request");
  // nothing half-done
  expect(await noticesOfPeople(system, system.partner)).toEqual([]);
  return answer.body.errors;
}

test.each([
  ["no body", undefined, ["body"]],
  ["nothing", {}, ["name", "surname", "mobile"]],
  ["an empty envelope", { customer: {} }, ["customer.name", "customer.surname", "customer.mobile"]],
  ["a blank mobile", { customer: { ...jane, mobile: " " } }, ["customer.mobile"]],
  ["an empty mobile", { customer: { ...jane, mobile: "" } }, ["customer.mobile"]],
  ["a mobile as number", { customer: { ...jane, mobile: 821234567 } }, ["customer.mobile"]],
  [
    "both subscription and subscriptionId",
    { customer: jane, subscription: { subscriptionTypeId: 1 }, subscriptionId: 1 },
    ["subscriptionId"],
  ],
  ["a subscription that is none", { customer: jane, subscription: 1 }, ["subscription"]],
  ["a subscription of no type", { customer: jane, subscription: {} }, ["subscription.subscriptionTypeId"]],
  [
    "a type that is none",
    { customer: jane, subscription: { subscriptionTypeId: 5 } },
    ["subscription.subscriptionTypeId"],
  ],
  [
    "a subscription that ended before now",
    { customer: jane, subscription: { subscriptionTypeId: 1, validTo: "2020-01-01T00:00:00Z" } },
    ["subscription.validTo"],
  ],
  [
    "such a subscription beside another wrong member",
    {
      customer: { ...jane, name: " " },
      subscription: { subscriptionTypeId: 1, validTo: "2020-01-01T00:00:00Z" },
    },
    ["subscription.validTo", "customer.name"],
  ],
])("%s", async (_title, body, fields) => {
  expect((await refuse(body)).map(({ field }) => field)).toEqual(fields);
});

describe("a mobile that is none says what is wrong with it, under the name it was sent by", () => {
  test.each([
    ["call me", "must be a telephone number"],
    ["+999 123 456 789", "country code"],
    ["+27 82", "another number of digits"],
    ["+27 82 123 4567 8901", "digits"],
    ["082 123 4567 x12", "extension"],
  ])("%s", async (mobile, problem) => {
    const message = expect.stringContaining(problem);
    expect(await refuse({ customer: { ...jane, mobile } })).toEqual([{ field: "customer.mobile", message }]);
    expect(await refuse({ ...jane, mobile: undefined, mobileNumber: mobile })).toEqual([
      { field: "mobileNumber", message },
    ]);
  });
});

describe("a date of birth", () => {
  test.each([
    ["of a form of its own", "31/12/1990"],
    ["with a time", "1990-12-31T00:00:00Z"],
    ["that is no day", "1990-02-30"],
    ["in no leap year", "2023-02-29"],
    ["as a number", 19_901_231],
    ["in the future", "2199-01-01"],
    ["of nobody alive", "1874-12-31"],
  ])("%s", async (_title, dateOfBirth) => {
    expect(await refuse({ customer: { ...jane, dateOfBirth } })).toMatchObject([
      { field: "customer.dateOfBirth" },
    ]);
  });
});

test("one answer names all that is wrong, for the schema and for this tenant", async () => {
  const wrong = {
    surname: 5,
    mobile: "x",
    email: "jane",
    hasMedicalAid: "no",
    dateOfBirth: "2199-01-01",
    allergies: "a\0",
  };
  const fields = (await refuse({ customer: wrong, subscription: { subscriptionTypeId: "1" } })).map(
    ({ field }) => field,
  );
  expect(fields.toSorted()).toEqual(
    [
      ...["name", "surname", "mobile", "email", "hasMedicalAid", "dateOfBirth", "allergies"].map(
        (member) => `customer.${member}`,
      ),
      "subscription.subscriptionTypeId",
    ].toSorted(),
  );
});

test("a subscription that ended before now is said before that somebody has the mobile", async () => {
  const { mobile } = await registerPerson(system);
  const subscription = { subscriptionTypeId: 1, validTo: "2020-01-01T00:00:00Z" };
  const body = { customer: { ...jane, mobile }, subscription };
  const answer = await system.request({ method: "POST", path: "/panic-api/v2/customers", body });
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: "subscription.validTo" }] } });
});
