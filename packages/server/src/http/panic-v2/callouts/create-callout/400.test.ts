import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test.each<[string, unknown, string[]]>([
  ["nothing", {}, ["location", "responseTypeId"]],
  ["no body", undefined, ["body", "responseTypeId"]],
  ["text for a customer", { customerId: "5", responseTypeId: 1, latitude: 1, longitude: 2 }, ["customerId"]],
  ["two places", { responseTypeId: 1, latitude: 1, longitude: 2, predefinedLocationId: 3 }, ["location"]],
])("%s", async (_title, body, fields) => {
  const answer = await system.request({ method: "POST", path: "/panic-api/v2/callouts", body });
  expect(answer.status).toBe(400);
  expect(answer.body.errors.map(({ field }: { field: string }) => field).toSorted()).toEqual(fields);
});
