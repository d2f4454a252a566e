import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("401 without a token", async () => {
  const path = "/v1/predefinedlocations/download";
  expect((await system.request({ method: "GET", path, token: null })).status).toBe(401);
});
