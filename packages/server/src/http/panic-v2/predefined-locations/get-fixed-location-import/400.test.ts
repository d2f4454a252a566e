import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test.each(["x", "0", "1.5"])("400 names importId: %s", async (id) => {
  const answer = await system.request({ method: "GET", path: `/v1/predefinedlocations/imports/${id}` });
  expect([answer.status, answer.body.errors]).toEqual([
    400,
    [expect.objectContaining({ field: "importId" })],
  ]);
});
