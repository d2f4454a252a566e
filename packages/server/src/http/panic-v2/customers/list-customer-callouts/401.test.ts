import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("without a token, even for an id that can't be one", async () => {
  const path = "/panic-api/v2/customers/x/callouts";
  expect((await system.request({ method: "GET", path, token: null })).status).toBe(401);
});
