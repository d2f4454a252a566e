import { addResponders, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";
import { act, raise } from "../../testing/callouts.ts";

const system = useSystem();

test("everybody by id, with what they are doing and where", async () => {
  const [offered, sent, idle] = await addResponders(system, 3);
  await act(system, await raise(system), "dispatch", { responderId: sent?.responderId });
  await raise(system);
  await system.drain();
  system.clock.advance({ seconds: 5 });
  const { status, body } = await as(system, "operator", "GET", "/responders");
  expect(status).toBe(200);
  expect(body.responders.map(({ id, state }: { id: number; state: string }) => [id, state])).toEqual([
    [offered?.responderId, "offered"],
    [sent?.responderId, "assigned"],
    [idle?.responderId, "free"],
  ]);
  expect(body.responders[0].position).toEqual({
    latitude: -26.1,
    longitude: 28.05,
    accuracy: null,
    speed: null,
    heading: null,
    recordedAt: "2026-01-15T08:00:00.000Z",
    ageSeconds: 5,
  });
});
