import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test.each(["no token", "a partner's token"])("401: %s", async (which) => {
  const token = which === "no token" ? null : await system.token();
  const answer = await system.request({ method: "GET", path: "/control/v1/stream", token });
  expect(answer).toMatchObject({ status: 401, headers: { "x-error-code": "unauthorized" } });
});
