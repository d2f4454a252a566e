import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test.each([
  ["nothing", {}, ["event", "source"]],
  ["an empty message", { message: "" }, ["event", "source"]],
  ["a blank message", { message: " \n" }, ["message"]],
  ["an event without a source", { event: "Alarm" }, ["source"]],
  ["a source without an event", { source: "panel" }, ["event"]],
  ["a number for text", { message: 5 }, ["message"]],
  ["numbers everywhere", { source: 1, event: 2 }, ["source", "event"]],
  ["an object without a message", { source: "panel", event: { zone: 4 } }, ["event"]],
  ["too long", { message: "x".repeat(4097) }, ["message"]],
  ["a lone surrogate", '{"message": "\\ud800"}', ["message"]],
  ["a NUL character", { source: "p\0", event: "x" }, ["source"]],
  ["an array for a body", [], ["body"]],
  ["no body", undefined, ["body"]],
])("%s", async (_title, body, fields) => {
  const answer = await system.request({ method: "POST", path: "/panic-api/v2/callouts/1/events", body });
  expect(answer.status).toBe(400);
  expect(answer.body.errors.map((each: { field: string }) => each.field)).toEqual(fields);
});
