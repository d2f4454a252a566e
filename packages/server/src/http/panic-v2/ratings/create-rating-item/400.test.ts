import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();
const right = { ratingId: 1, ratingItemDescription: "x" };

test.each([
  ["nothing", {}, ["ratingItemDescription", "calloutRatingId"]],
  ["text for an id", { ...right, ratingId: "1" }, ["ratingId"]],
  ["a blank description", { ...right, ratingItemDescription: " " }, ["ratingItemDescription"]],
  ["a sentiment nobody knows", { ...right, sentiment: "angry" }, ["sentiment"]],
  ["text for a score", { ...right, score: "5" }, ["score"]],
  ["an infinite score", '{"ratingId": 1, "ratingItemDescription": "x", "score": 1e999}', ["score"]],
  ["a fraction for an item", { ...right, ratingItemId: 1.5 }, ["ratingItemId"]],
  ["no body", undefined, ["body"]],
])("%s", async (_title, body, fields) => {
  const answer = await system.request({ method: "POST", path: "/panic-api/v2/rating-items", body });
  expect(answer.status).toBe(400);
  expect(answer.body.errors.map((each: { field: string }) => each.field)).toEqual(fields);
});
