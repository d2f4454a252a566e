import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test.each(["abc", "0", "1.5", "9007199254740992"])("calloutId %s is no id", async (id) => {
  const answer = await system.request({ method: "GET", path: `/panic-api/v2/callouts/${id}/maps` });
  expect(answer.status).toBe(400);
  expect(answer.body.errors[0].field).toBe("calloutId");
});

test("inline is true or false", async () => {
  const answer = await system.request({ method: "GET", path: "/panic-api/v2/callouts/1/maps?inline=1" });
  expect(answer.status).toBe(400);
  expect(answer.body.errors).toEqual([{ field: "inline", message: "must be true or false" }]);
});
