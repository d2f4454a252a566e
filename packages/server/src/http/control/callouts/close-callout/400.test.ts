import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, raise } from "../../testing/callouts.ts";

const system = useSystem();

test.each([undefined, {}, { outcome: "done" }, { outcome: "" }])("%j", async (body) => {
  const answer = await act(system, await raise(system), "close", body);
  expect(answer.status).toBe(400);
});

test("a wrong outcome is told which there are", async () => {
  const answer = await act(system, await raise(system), "close", { outcome: "done" });
  expect(answer.body.errors).toEqual([
    {
      field: "outcome",
      message: "must be one of attended, falseAlarm, resolvedRemotely, cancelled, test, duplicate",
    },
  ]);
});
