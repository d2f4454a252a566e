import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";

const system = useSystem();

test("a status, a limit and a cursor that are none, all named", async () => {
  const answer = await as(system, "operator", "GET", "/leads?status=NEW&limit=0&cursor=2");
  expect(answer.status).toBe(400);
  expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual([
    "status",
    "limit",
    "cursor",
  ]);
});
