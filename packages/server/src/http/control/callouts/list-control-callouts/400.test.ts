import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { look } from "../../testing/callouts.ts";

const system = useSystem();

test.each([
  ["state=new", "state"],
  ["limit=0", "limit"],
  ["limit=1001", "limit"],
  ["limit=ten", "limit"],
  ["cursor=abc", "cursor"],
])("%s", async (query, field) => {
  const answer = await look(system, `/callouts?${query}`);
  expect(answer.status).toBe(400);
  expect(answer.body.errors).toMatchObject([{ field }]);
});
