import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("401 without a token", async () => {
  expect(
    (await system.request({ method: "GET", path: "/panic-api/v2/responseTypes", token: null })).status,
  ).toBe(401);
});
