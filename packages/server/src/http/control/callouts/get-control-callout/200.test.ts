import { addResponders, fixAt, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, look, raise } from "../../testing/callouts.ts";

const system = useSystem();

test("the row, the chained timeline, offers, assignments, decisions and the track", async () => {
  const [first, second] = await addResponders(system, 2);
  const calloutId = await raise(system);
  await system.drain();
  await act(system, calloutId, "dispatch", {
    responderId: second?.responderId,
    instruction: "Back entrance.",
  });
  for (const [seconds, latitude] of [
    [1, -26.11],
    [2, -26.12],
    [10, -26.13],
  ] as const) {
    const at = system.clock.now().add({ seconds });
    system.context.fleet.record(second?.responderId ?? 0, [fixAt({ latitude, longitude: 28.05 }, at)]);
  }
  await system.context.fleet.flush();
  const { status, body } = await look(system, `/callouts/${calloutId}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ id: calloutId, state: "assigned", sequence: 4 });
  expect(body.timeline.map((entry: { kind: string }) => entry.kind)).toEqual([
    "raised",
    "offered",
    "dispatchedByHand",
    "offerWithdrawn",
  ]);
  expect(body.timeline[2]).toEqual({
    sequence: 3,
    at: "2026-01-15T08:00:00.000Z",
    actor: { kind: "controller", id: expect.any(Number), name: expect.stringContaining("operator") },
    kind: "dispatchedByHand",
    body: expect.objectContaining({ responderId: second?.responderId, instruction: "Back entrance." }),
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(body.offers).toMatchObject([
    { responderId: first?.responderId, name: "Responder 1", state: "withdrawn", etaMethod: "estimate" },
  ]);
  expect(body.assignments).toMatchObject([
    { responderId: second?.responderId, byHand: true, instruction: "Back entrance.", etaMethod: "estimate" },
  ]);
  expect(body.decisions).toMatchObject([
    { sequence: 2, ranking: [{ unfit: [] }, { unfit: [] }] },
    { sequence: 4, ranking: [{ responderId: second?.responderId, unfit: [] }] },
  ]);
  expect(body.decisions[0].inputs.members).toHaveLength(2);
  const latitudes = body.positions.map((point: { latitude: number }) => point.latitude);
  expect(latitudes.at(-1)).toBe(-26.13);
  expect(latitudes).not.toContain(-26.12);
});

test("a closed one is read as well", async () => {
  const calloutId = await raise(system);
  await act(system, calloutId, "close", { outcome: "test", notes: "A drill." });
  const { body } = await look(system, `/callouts/${calloutId}`);
  expect(body).toMatchObject({ state: "closed", closedOutcome: "test", deadline: null });
  expect(body.timeline.at(-1)).toMatchObject({
    kind: "closed",
    body: { outcome: "test", notes: "A drill." },
  });
});
