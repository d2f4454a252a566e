import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test.each([
  [{}, ["username", "password"]],
  [{ username: "dayshift" }, ["password"]],
  [{ username: " ", password: "x" }, ["username"]],
  [{ username: "x".repeat(65), password: "x".repeat(257) }, ["username", "password"]],
  [{ username: 1, password: ["x"] }, ["username", "password"]],
])("%j", async (body, fields) => {
  const answer = await system.request({ method: "POST", path: "/control/v1/sessions", token: null, body });
  expect(answer.status).toBe(400);
  expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
});
