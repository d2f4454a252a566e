import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";

const system = useSystem();
const absent = "00000000-0000-4000-8000-000000000000";

test.each([
  ["999999", { status: "FAILED" }, ["leadId"]],
  [absent, {}, ["status"]],
  [absent, { status: "failed" }, ["status"]],
  ["x", { status: null }, ["leadId", "status"]],
])("%s %j", async (id, body, fields) => {
  const answer = await as(system, "operator", "PATCH", `/leads/${id}`, body);
  expect(answer.status).toBe(400);
  expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
});
