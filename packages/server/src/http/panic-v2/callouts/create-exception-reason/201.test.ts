import { addResponder, bringTo, raiseCallout, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();
const record = (id: number, body: unknown, headers = {}) =>
  system.request({ method: "POST", path: `/panic-api/v2/callouts/${id}/exceptionReasons`, body, headers });
const events = async (id: number) =>
  (await system.request({ method: "GET", path: `/panic-api/v2/callouts/${id}/events` })).body;

test("is recorded with its notes, and stands among the events as a comment", async () => {
  const { id } = await raiseCallout(system);
  const answer = await record(id, { exceptionReasonId: 103, notes: "Keypad in the storeroom" });
  expect(answer.status).toBe(201);
  expect(answer.body).toEqual({
    id: 103,
    reason: "Technical malfunction detected",
    message: "Exception reason recorded.",
    createdExceptionReason: {
      id: expect.any(Number),
      calloutId: id,
      exceptionReasonId: 103,
      notes: "Keypad in the storeroom",
      createdAt: system.clock.now().toString({ fractionalSecondDigits: 3 }),
    },
  });
  expect((await events(id)).at(-1)).toMatchObject({
    message: "Technical malfunction detected: Keypad in the storeroom",
    event: { kind: "commented", source: "exceptionReason" },
  });
});

test.each([
  ["absent", {}],
  ["null", { notes: null }],
  ["empty", { notes: "" }],
])("notes may be %s", async (_title, notes) => {
  const { id } = await raiseCallout(system);
  const { status, body } = await record(id, { exceptionReasonId: 102, ...notes });
  expect(status).toBe(201);
  expect(body.createdExceptionReason.notes).toBeNull();
  expect((await events(id)).at(-1).message).toBe("False alarm triggered");
});

test("several may be true, also after the close", async () => {
  const callout = await raiseCallout(system);
  await bringTo(system, callout, "closed", await addResponder(system));
  for (const exceptionReasonId of [104, 105])
    expect((await record(callout.id, { exceptionReasonId })).status).toBe(201);
});

test("under an Idempotency-Key it is recorded once", async () => {
  const { id } = await raiseCallout(system);
  const key = { "idempotency-key": `reason-${id}` };
  const body = { exceptionReasonId: 106 };
  expect((await record(id, body, key)).text).toBe((await record(id, body, key)).text);
  expect(await events(id)).toHaveLength(2);
});
