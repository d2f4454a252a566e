import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("without a token, whatever else is wrong", async () => {
  const request = { method: "DELETE", path: "/panic-api/v2/subscriptions/1", token: null, body: [] } as const;
  expect((await system.request(request)).status).toBe(401);
});
