import { addResponders, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, raise, raiseAndSend } from "../../testing/callouts.ts";

const system = useSystem();

test("nobody is at work, or not that one", async () => {
  const [idle] = await addResponders(system, 1);
  const none = await act(system, await raise(system), "stand-down", { reason: "Enough." });
  const { calloutId } = await raiseAndSend(system);
  const body = { responderId: idle?.responderId, reason: "Enough." };
  const other = await act(system, calloutId, "stand-down", body);
  for (const answer of [none, other]) {
    expect(answer).toMatchObject({ status: 409, headers: { "x-error-code": "callout-state" } });
    expect(answer.body.message).toContain("noResponderActive");
  }
});
