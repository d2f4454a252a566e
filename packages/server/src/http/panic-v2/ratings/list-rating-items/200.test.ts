import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("what every rating may praise or blame, as a bare array", async () => {
  const answer = await system.request({ method: "GET", path: "/panic-api/v2/rating-items" });
  expect(answer.status).toBe(200);
  expect(answer.body.length).toBeGreaterThan(0);
  for (const item of answer.body)
    expect(item).toEqual({
      id: expect.any(Number),
      ratingItem: expect.any(String),
      description: expect.any(String),
    });
});
