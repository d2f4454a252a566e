import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test.each([null, "not-a-token"])("with the token %s, even when the body is wrong too", async (token) => {
  const answer = await system.request({
    method: "POST",
    path: "/panic-api/v2/predefinedLocations",
    token,
    body: {},
  });
  expect(answer.status).toBe(401);
});
