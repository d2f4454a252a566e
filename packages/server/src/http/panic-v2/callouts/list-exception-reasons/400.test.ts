import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test.each(["abc", "0", "1.5", "9007199254740992"])("calloutId %s is no id", async (id) => {
  const answer = await system.request({
    method: "GET",
    path: `/panic-api/v2/callouts/${id}/exceptionReasons`,
  });
  expect(answer.status).toBe(400);
  expect(answer.body.errors[0].field).toBe("calloutId");
});
