import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test.each(["x", "0", "-1", "1.5", "9007199254740992", "%20"])("an id that is none: %s", async (id) => {
  const answer = await system.request({ method: "GET", path: `/panic-api/v2/customers/${id}/subscriptions` });
  expect(answer.status).toBe(400);
  expect(answer.body.errors).toMatchObject([{ field: "id" }]);
});
