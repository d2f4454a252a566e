import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("without a token, whatever else is wrong", async () => {
  const path = "/panic-api/v2/customers/x/callouts";
  expect((await system.request({ method: "POST", path, token: null, body: "{" })).status).toBe(401);
});
