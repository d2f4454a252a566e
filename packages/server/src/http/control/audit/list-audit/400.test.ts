import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";

const system = useSystem();

test.each(["limit=0", "limit=1001", "cursor=abc"])("%s", async (query) => {
  expect((await as(system, "admin", "GET", `/audit?${query}`)).status).toBe(400);
});
