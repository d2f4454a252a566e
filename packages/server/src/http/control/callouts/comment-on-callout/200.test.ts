import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, look, raise } from "../../testing/callouts.ts";

const system = useSystem();

test("words stand on the timeline with who wrote them, after the close too", async () => {
  const calloutId = await raise(system);
  const message = "Two persons at the gate @urgent 🚨";
  expect(await act(system, calloutId, "events", { message })).toMatchObject({
    status: 200,
    body: { sequence: 2 },
  });
  await act(system, calloutId, "close", { outcome: "resolvedRemotely" });
  expect((await act(system, calloutId, "events", { message: "Called back." })).status).toBe(200);
  const { timeline } = (await look(system, `/callouts/${calloutId}`)).body;
  expect(timeline[1]).toMatchObject({ kind: "commented", actor: { kind: "controller" }, body: { message } });
  expect(timeline.at(-1)).toMatchObject({ kind: "commented", body: { message: "Called back." } });
});
