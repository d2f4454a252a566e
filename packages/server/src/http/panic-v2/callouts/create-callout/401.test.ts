import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("without a token, whatever else is wrong, and deprecated all the same", async () => {
  const path = "/panic-api/v2/callouts";
  const answer = await system.request({ method: "POST", path, token: null, body: "{" });
  expect(answer.status).toBe(401);
  expect(answer.headers.deprecation).toBe("@1767225600");
});
