import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, raise } from "../../testing/callouts.ts";

const system = useSystem();

test.each([
  [{}, ["responderId"]],
  [{ responderId: "7001" }, ["responderId"]],
  [{ responderId: 7001, override: true }, ["reason"]],
  [{ responderId: 7001, override: true, reason: "" }, ["reason"]],
  [{ responderId: 7001, instruction: "x".repeat(2_001), additional: 1 }, ["instruction", "additional"]],
])("%j", async (body, fields) => {
  const answer = await act(system, await raise(system), "dispatch", body);
  expect(answer.status).toBe(400);
  expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
});
