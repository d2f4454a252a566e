import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("without a token, whatever else is wrong", async () => {
  const request = { method: "GET", path: "/panic-api/v2/customers/1/subscriptions", token: null } as const;
  expect((await system.request(request)).status).toBe(401);
});
