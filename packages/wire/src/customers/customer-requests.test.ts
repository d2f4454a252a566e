import { describe, expect, test } from "vitest";
import { describeIssues } from "../errors.ts";
import { createCustomerRequest, updateCustomerRequest } from "./customer-requests.ts";

const jane = { name: "Jane", surname: "Doe", mobile: "+27821234567" };

function refused(
  schema: typeof createCustomerRequest | typeof updateCustomerRequest,
  body: unknown,
): string[] {
  const result = schema.safeParse(body, { reportInput: true });
  return result.success ? [] : describeIssues(result.error.issues).map(({ field }) => field);
}

describe("createCustomerRequest", () => {
  test.each([
    ["enveloped", { customer: jane }],
    ["flat", jane],
    ["with the older names", { firstName: "Jane", lastName: "Doe", mobileNumber: "+27821234567" }],
    ["with both names: the newer wins", { ...jane, firstName: "No", lastName: "No", mobileNumber: "No" }],
    ["with an envelope and other things beside it", { customer: jane, name: 5, mobile: "No", more: {} }],
    ["flat with an empty envelope", { ...jane, customer: null }],
    ["with empty members", { customer: { ...jane, email: "", dateOfBirth: null, allergies: "" } }],
  ])("%s", (_title, body) => {
    const { person, subscription, familySubscriptionId } = createCustomerRequest.parse(body);
    const details = Object.entries(person.details).filter(([, value]) => value !== undefined);
    expect({ ...person, details }).toEqual({ ...jane, duressCode: undefined, details: [] });
    expect([subscription, familySubscriptionId]).toEqual([null, null]);
  });

  test("every bad member is named, where it stands", () => {
    const wrong = { surname: " ", mobile: 5, email: "x", dateOfBirth: "1990-02-30", hasMedicalAid: "yes" };
    const fields = ["name", "surname", "mobile", "email", "dateOfBirth", "hasMedicalAid"];
    expect(refused(createCustomerRequest, wrong).toSorted()).toEqual(fields.toSorted());
    const subscription = { validFrom: "yesterday", validTo: "2026-06-31T00:00:00Z" };
    expect(
      refused(createCustomerRequest, { customer: wrong, subscription, subscriptionId: "7" }).toSorted(),
    ).toEqual(
      [
        ...fields.map((field) => `customer.${field}`),
        "subscription.subscriptionTypeId",
        "subscription.validFrom",
        "subscription.validTo",
        "subscriptionId",
        // of the two, one
        "subscriptionId",
      ].toSorted(),
    );
  });

  test.each([
    ["no body", undefined, ["body"]],
    ["a list", [], ["body"]],
    ["nothing", {}, ["name", "surname", "mobile"]],
    ["an empty envelope", { customer: {} }, ["customer.name", "customer.surname", "customer.mobile"]],
    ["an envelope that is none", { customer: "Jane" }, ["customer"]],
    ["a list as envelope", { customer: [] }, ["customer"]],
    ["a blank mobile", { ...jane, mobile: "" }, ["mobile"]],
    ["a blank mobile under its older name", { ...jane, mobile: null, mobileNumber: " " }, ["mobileNumber"]],
    [
      "a window that ends before it begins",
      window("2026-06-10T00:00:00Z", "2026-06-09T00:00:00Z"),
      ["subscription.validTo"],
    ],
    ["an empty window", window("2026-06-10T00:00:00Z", "2026-06-10T00:00:00Z"), ["subscription.validTo"]],
  ])("refuses %s", (_title, body, fields) => {
    expect(refused(createCustomerRequest, body)).toEqual(fields);
  });

  test.each([
    ["a date", "2026-06-10"],
    ["a time without zone", "2026-06-10T00:00:00"],
    ["an offset", "2026-06-10T02:00:00+02:00"],
    ["a day that is none", "2026-02-30T00:00:00Z"],
    ["a month that is none", "2026-13-01T00:00:00Z"],
    ["an hour that is none", "2026-06-10T25:00:00Z"],
    ["words", "next year"],
    ["a year with six digits", "+002026-06-10T00:00:00Z"],
    ["a year before our time", "0001-01-01T00:00:00Z"],
    ["a year after it", "9999-12-31T23:59:59Z"],
    ["seconds since 1970", 1_780_000_000],
    ["a flag", true],
    ["a list", ["2026-06-10T00:00:00Z"]],
  ])("refuses %s as the edge of a window", (_title, validTo) => {
    const body = { customer: jane, subscription: { subscriptionTypeId: 1, validTo } };
    expect(refused(createCustomerRequest, body)).toEqual(["subscription.validTo"]);
  });
});

function window(validFrom: string, validTo: string) {
  return { customer: jane, subscription: { subscriptionTypeId: 1, validFrom, validTo } };
}

describe("updateCustomerRequest", () => {
  test.each([
    ["enveloped", { customer: { surname: "Dube", allergies: "nuts" } }],
    ["flat", { surname: "Dube", allergies: "nuts" }],
    ["with the older names", { lastName: "Dube", allergies: "nuts" }],
  ])("%s: what is absent is not there", (_title, body) => {
    const { details, ...names } = updateCustomerRequest.parse(body);
    expect(names).toEqual({ surname: "Dube" });
    expect(details).toEqual({ allergies: "nuts" });
  });

  test.each(["name", "surname", "mobile"])("no one is left without a %s", (member) => {
    expect(refused(updateCustomerRequest, { [member]: "" })).toEqual([member]);
    expect(refused(updateCustomerRequest, { customer: { [member]: " " } })).toEqual([`customer.${member}`]);
  });
});
