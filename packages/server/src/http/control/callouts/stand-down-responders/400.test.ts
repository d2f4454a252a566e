import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, raiseAndSend } from "../../testing/callouts.ts";

const system = useSystem();

test("takes a reason", async () => {
  const { calloutId } = await raiseAndSend(system);
  for (const body of [undefined, {}, { reason: "  " }]) {
    const answer = await act(system, calloutId, "stand-down", body);
    expect(answer.status).toBe(400);
  }
});
