import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";

const system = useSystem();

test.each([
  ["state=late", ["state"]],
  ["from=tomorrow&to=2026-01-15", ["from", "to"]],
  ["from=2026-01-15T08:00:00", ["from"]],
  ["limit=0", ["limit"]],
  ["cursor=abc", ["cursor"]],
])("%s", async (query, fields) => {
  const { status, body } = await as(system, "operator", "GET", `/visits?${query}`);
  expect({ status, fields: body.errors.map(({ field }: { field: string }) => field) }).toEqual({
    status: 400,
    fields,
  });
});
