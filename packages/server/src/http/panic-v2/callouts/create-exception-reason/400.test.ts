import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test.each([
  ["nothing", {}, ["exceptionReasonId"]],
  ["text for a number", { exceptionReasonId: "102" }, ["exceptionReasonId"]],
  ["a reason there is not", { exceptionReasonId: 107 }, ["exceptionReasonId"]],
  ["both", { exceptionReasonId: 1.5, notes: 3 }, ["exceptionReasonId", "notes"]],
  ["notes too long", { exceptionReasonId: 102, notes: "x".repeat(4097) }, ["notes"]],
  ["a list for a body", [], ["body"]],
])("%s", async (_title, body, fields) => {
  const path = "/panic-api/v2/callouts/1/exceptionReasons";
  const answer = await system.request({ method: "POST", path, body });
  expect(answer.status).toBe(400);
  expect(answer.body.errors.map((each: { field: string }) => each.field)).toEqual(fields);
});
