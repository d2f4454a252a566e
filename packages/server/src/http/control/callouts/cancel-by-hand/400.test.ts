import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, raise } from "../../testing/callouts.ts";

const system = useSystem();

test("takes a reason", async () => {
  const answer = await act(system, await raise(system), "cancel");
  expect(answer.status).toBe(400);
});
