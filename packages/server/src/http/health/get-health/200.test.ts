import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("the process lives, and nobody needs a token to ask", async () => {
  const response = await system.request({ method: "GET", path: "/healthz", token: null });
  expect(response.status).toBe(200);
  expect(response.body).toEqual({ status: "alive" });
});

test("it lives although no callout can be raised", async () => {
  const release = system.context.readiness.hold("The node is starting.");
  expect((await system.request({ method: "GET", path: "/healthz", token: null })).status).toBe(200);
  release();
});
