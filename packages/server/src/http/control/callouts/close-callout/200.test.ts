import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, raise, raiseAndSend } from "../../testing/callouts.ts";

const system = useSystem();

test.each(["attended", "falseAlarm", "resolvedRemotely", "cancelled", "test", "duplicate"])(
  "with the outcome %s",
  async (outcome) => {
    const answer = await act(system, await raise(system), "close", { outcome, notes: "As agreed." });
    expect(answer).toMatchObject({
      status: 200,
      body: { state: "closed", status: "closed", closedOutcome: outcome, deadline: null, openOffers: [] },
    });
  },
);

test("after it was completed", async () => {
  const { calloutId } = await raiseAndSend(system);
  await act(system, calloutId, "complete");
  expect((await act(system, calloutId, "close", { outcome: "attended" })).status).toBe(200);
});
