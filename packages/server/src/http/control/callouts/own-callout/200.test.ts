import { addOperator, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, look, raise } from "../../testing/callouts.ts";

const system = useSystem();

test("the callout has an owner, the partner hears of it, and the queue puts it behind what nobody has", async () => {
  const calloutId = await raise(system);
  const waiting = await raise(system, { responseTypeId: 1 });
  const operator = await addOperator(system);
  const { status, body } = await act(system, calloutId, "own", undefined, { token: await operator.token() });
  expect(status).toBe(200);
  expect(body).toMatchObject({ id: calloutId, owner: { id: operator.operatorId, name: operator.name } });
  const { callouts } = (await look(system, "/callouts")).body;
  expect(callouts.map(({ id }: { id: number }) => id)).toEqual([waiting, calloutId]);
  const events = await system.context.db.query<{ event: string }>({
    text: "select event from outbox where callout_id = $1 order by id",
    values: [calloutId],
  });
  expect(events.map(({ event }) => event)).toContain("CALLOUT_OWNED");
});

test("who has it already, and says so again, changes nothing", async () => {
  const calloutId = await raise(system);
  const { body: first } = await act(system, calloutId, "own");
  const { status, body } = await act(system, calloutId, "own");
  expect(status).toBe(200);
  expect(body).toEqual(first);
});

test("a supervisor takes it from whoever has it", async () => {
  const calloutId = await raise(system);
  await act(system, calloutId, "own");
  const { status, body } = await act(system, calloutId, "own", { force: true }, "supervisor");
  expect(status).toBe(200);
  expect(body.owner.name).toMatch(/^Test supervisor/);
  const { timeline } = (await look(system, `/callouts/${calloutId}`)).body;
  expect(timeline.at(-1).body.takenFrom).toMatch(/^Test operator/);
});
