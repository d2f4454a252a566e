import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test.each(["x", "1.5", "-1", "0", "SECURITY"])("400 names responseTypeId: %s", async (id) => {
  const answer = await system.request({ method: "GET", path: `/panic-api/v2/coverage/${id}` });
  expect(answer.status).toBe(400);
  expect(answer.body.errors).toMatchObject([{ field: "responseTypeId" }]);
});
