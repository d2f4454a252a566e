import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("ready when the database takes writes, and nobody needs a token to ask", async () => {
  const response = await system.request({ method: "GET", path: "/readyz", token: null });
  expect(response.status).toBe(200);
  expect(response.body).toEqual({ status: "ready" });
});
