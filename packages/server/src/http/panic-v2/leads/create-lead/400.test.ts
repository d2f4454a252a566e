import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();
const right = { mobileNumber: "0825550100" };

test.each([
  ["nothing", {}, ["mobileNumber"]],
  ["an empty number", { mobileNumber: "" }, ["mobileNumber"]],
  ["a number as a number", { mobileNumber: 825550100 }, ["mobileNumber"]],
  ["words", { mobileNumber: "call me" }, ["mobileNumber"]],
  ["too few digits", { mobileNumber: "1234" }, ["mobileNumber"]],
  ["too many digits", { mobileNumber: "1234567890123456" }, ["mobileNumber"]],
  ["data that is no object", { ...right, customerData: [1] }, ["customerData"]],
  [
    "data that can't be kept",
    '{"mobileNumber":"0825550100","customerData":{"a":{"b\\u0000":1}}}',
    ["customerData"],
  ],
  ["data beyond all measure", { ...right, customerData: { a: "x".repeat(65_536) } }, ["customerData"]],
  ["several at once", { mobileNumber: "x", firstName: 1, email: {} }, ["mobileNumber", "firstName", "email"]],
  ["no body", undefined, ["body"]],
])("%s", async (_title, body, fields) => {
  const answer = await system.request({ method: "POST", path: "/panic-api/v2/leads", body });
  expect(answer.status).toBe(400);
  expect(answer.body.errors.map((each: { field: string }) => each.field)).toEqual(fields);
});
