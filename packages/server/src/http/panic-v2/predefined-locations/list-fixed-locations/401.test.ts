import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("401 without a token, even when the query is wrong too", async () => {
  const answer = await system.request({
    method: "GET",
    path: "/panic-api/v2/predefinedLocations?limit=0",
    token: null,
  });
  expect(answer.status).toBe(401);
});
