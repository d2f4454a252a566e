import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("the house account is no person", async () => {
  const path = `/panic-api/v2/customers/${system.partner.houseAccountId}`;
  const answer = await system.request({ method: "PUT", path, body: { mobile: "+27821234567" } });
  expect(answer.status).toBe(403);
  expect(answer.headers["x-error-code"]).toBe("house-account");
  expect((await system.request({ method: "GET", path })).body.mobile).toBeNull();
});
