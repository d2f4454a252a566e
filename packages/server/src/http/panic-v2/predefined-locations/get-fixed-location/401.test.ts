import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("401 without a token, even for an id that can't be one", async () => {
  const answer = await system.request({
    method: "GET",
    path: "/panic-api/v2/predefinedLocations/abc",
    token: null,
  });
  expect(answer.status).toBe(401);
});
