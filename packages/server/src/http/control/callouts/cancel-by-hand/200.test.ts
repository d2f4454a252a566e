import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, look, raiseAndSend } from "../../testing/callouts.ts";
import { putUnderDuress } from "../../testing/duress.ts";

const system = useSystem();
const reason = "The keyholder is there.";

test("whoever was sent is stood down, and it closes by itself after two minutes", async () => {
  const { calloutId } = await raiseAndSend(system);
  const answer = await act(system, calloutId, "cancel", { reason });
  expect(answer).toMatchObject({
    status: 200,
    body: {
      state: "cancelled",
      status: "Responder Cancelled",
      assigned: [],
      deadline: { kind: "autoClose" },
    },
  });
  system.clock.advance({ seconds: 120 });
  await system.drain();
  expect((await look(system, `/callouts/${calloutId}`)).body).toMatchObject({
    state: "closed",
    closedOutcome: "cancelled",
  });
});

test("under duress the control room may: it sees the truth", async () => {
  const { calloutId } = await raiseAndSend(system);
  await putUnderDuress(system, calloutId);
  expect(await act(system, calloutId, "cancel", { reason })).toMatchObject({
    status: 200,
    body: { state: "cancelled" },
  });
});
