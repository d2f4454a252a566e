import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("without a token, whatever else is wrong", async () => {
  const answer = await system.request({
    method: "GET",
    path: "/panic-api/v2/customer-signup/sessions/x",
    token: null,
  });
  expect(answer.status).toBe(401);
});
