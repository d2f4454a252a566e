import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("401 without a token, even for a reference that can't be one", async () => {
  const answer = await system.request({
    method: "GET",
    path: "/panic-api/v2/predefinedLocations/externalRef/%00",
    token: null,
  });
  expect(answer.status).toBe(401);
});
