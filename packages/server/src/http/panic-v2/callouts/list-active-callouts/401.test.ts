import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("without a token", async () => {
  expect(
    (await system.request({ method: "GET", path: "/panic-api/v2/callouts/activeCallouts", token: null }))
      .status,
  ).toBe(401);
});
