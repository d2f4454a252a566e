import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("without a token, even for an id that can't be one", async () => {
  expect(
    (await system.request({ method: "GET", path: "/panic-api/v2/callouts/abc", token: null })).status,
  ).toBe(401);
});
