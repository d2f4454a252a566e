import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, raise } from "../../testing/callouts.ts";

const system = useSystem();

test("a closed one stays what it was", async () => {
  const calloutId = await raise(system);
  await act(system, calloutId, "close", { outcome: "falseAlarm" });
  const answer = await act(system, calloutId, "verify", { classificationId: 2 });
  expect(answer).toMatchObject({ status: 409, headers: { "x-error-code": "callout-state" } });
});
