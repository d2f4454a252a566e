import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("without a token, whatever else is wrong", async () => {
  const path = "/panic-api/v2/notifiers/webhooks/deliveries/abc";
  const answer = await system.request({ method: "GET", path, token: null });
  expect(answer.status).toBe(401);
});
