import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test.each([
  ["nothing", {}, ["calloutId", "rating"]],
  ["no stars", { calloutId: 1, rating: 0 }, ["rating"]],
  ["six stars", { calloutId: 1, rating: 6 }, ["rating"]],
  ["half a star", { calloutId: 1, rating: 3.5 }, ["rating"]],
  ["text for numbers", { calloutId: "1", rating: "5" }, ["calloutId", "rating"]],
  ["wrong words", { calloutId: 1, rating: 1, comment: 4 }, ["comment"]],
  [
    "a flag as text",
    { calloutId: 1, rating: 1, customerAllowedToBeContacted: "yes" },
    ["customerAllowedToBeContacted"],
  ],
  ["no body", undefined, ["body"]],
])("%s", async (_title, body, fields) => {
  const answer = await system.request({ method: "POST", path: "/panic-api/v2/ratings", body });
  expect(answer.status).toBe(400);
  expect(answer.body.errors.map((each: { field: string }) => each.field)).toEqual(fields);
});
