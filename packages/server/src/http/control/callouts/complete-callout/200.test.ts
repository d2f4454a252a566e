import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, look, raiseAndSend } from "../../testing/callouts.ts";

const system = useSystem();

test("a controller knows better than a silent telephone; the responder is free again", async () => {
  const { calloutId, responder } = await raiseAndSend(system);
  const answer = await act(system, calloutId, "complete", { notes: "Reported by radio." });
  expect(answer).toMatchObject({
    status: 200,
    body: {
      state: "completed",
      status: "Responder Completed",
      assigned: [],
      deadline: { kind: "autoClose" },
    },
  });
  const { timeline } = (await look(system, `/callouts/${calloutId}`)).body;
  expect(timeline.at(-1)).toMatchObject({ kind: "completed", body: { notes: "Reported by radio." } });
  const { responders } = (await look(system, "/responders")).body;
  expect(responders.find(({ id }: { id: number }) => id === responder.responderId)).toMatchObject({
    state: "free",
  });
});

test("needs no body", async () => {
  const { calloutId } = await raiseAndSend(system);
  expect((await act(system, calloutId, "complete")).status).toBe(200);
});
