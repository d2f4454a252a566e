import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test.each([[{}], [{ signupSessionId: "1" }], [{ signupSessionId: 1 }]])("%j", async (body) => {
  const answer = await system.request({ method: "POST", path: "/panic-api/v2/oauth/customerToken", body });
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: "signupSessionId" }] } });
});
