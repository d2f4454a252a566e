import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test.each(["x", "0", "-1", "1.5", "9007199254740992", "%20"])("an id that is none: %s", async (id) => {
  const answer = await system.request({ method: "DELETE", path: `/panic-api/v2/subscriptions/${id}` });
  expect(answer.status).toBe(400);
  expect(answer.body.errors).toMatchObject([{ field: "id" }]);
});

test.each([
  ["a reason that is no text", { reason: 5 }, "reason"],
  ["a reason too long", { reason: "x".repeat(1025) }, "reason"],
  ["a list", [], "body"],
])("%s", async (_title, body, field) => {
  const answer = await system.request({ method: "DELETE", path: "/panic-api/v2/subscriptions/1", body });
  expect(answer.status).toBe(400);
  expect(answer.body.errors).toMatchObject([{ field }]);
});
