import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("401 without a token, even when id and body are wrong too", async () => {
  const answer = await system.request({
    method: "PUT",
    path: "/panic-api/v2/predefinedLocations/abc",
    token: null,
    body: {},
  });
  expect(answer.status).toBe(401);
});
