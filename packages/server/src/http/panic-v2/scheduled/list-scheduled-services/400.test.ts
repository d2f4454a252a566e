import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { path } from "../testing/schedule.ts";

const system = useSystem();

test.each([
  ["limit=0", ["limit"]],
  ["limit=1001", ["limit"]],
  ["customerId=x&cursor=y", ["customerId", "cursor"]],
])("%s", async (query, fields) => {
  const { status, body } = await system.request({ method: "GET", path: `${path}?${query}` });
  expect({ status, fields: body.errors.map(({ field }: { field: string }) => field) }).toEqual({
    status: 400,
    fields,
  });
});
