import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("the four of the contract, as a bare array", async () => {
  const path = "/panic-api/v2/subscriptions/subscriptionTypes";
  const { status, body } = await system.request({ method: "GET", path });
  expect(status).toBe(200);
  expect(body).toEqual(
    [
      [1, "SINGLE", 0],
      [2, "FAMILY", 5],
      [3, "WEB_SIGNUP_SINGLE", 0],
      [4, "WEB_SIGNUP_FAMILY", 5],
    ].map(([id, value, maxDependants]) => ({ id, value, description: expect.any(String), maxDependants })),
  );
});
