import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, raise } from "../../testing/callouts.ts";

const system = useSystem();

test.each([
  undefined,
  {},
  { message: "" },
  { message: 1 },
  { message: "x".repeat(4_001) },
  { message: "a\0b" },
])("%j", async (body) => {
  const answer = await act(system, await raise(system), "events", body);
  expect(answer.status).toBe(400);
});
