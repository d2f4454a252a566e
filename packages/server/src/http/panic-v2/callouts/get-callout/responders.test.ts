import {
  addResponder,
  bringTo,
  fixAt,
  happen,
  nextId,
  raiseCallout,
  type TestCallout,
  useSystem,
} from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();
const controller = { kind: "controller", id: 301, name: "Duty" } as const;

const read = async ({ id }: TestCallout) =>
  (await system.request({ method: "GET", path: `/panic-api/v2/callouts/${id}` })).body;
const rows = async (callout: TestCallout) => (await read(callout)).callout.incidentInformation;

function sendByHand(callout: TestCallout, responderId: number, assignmentId: number): Promise<void> {
  return happen(system, callout, {
    type: "dispatchedByHand",
    assignmentId,
    responderId,
    etaSeconds: 600.4,
    instruction: "Quietly",
    additional: true,
    unfit: [],
    overrideReason: null,
    by: controller,
  });
}

test("the row that stands from the start becomes the first responder's: name, car, position, supplier, times", async () => {
  const callout = await raiseCallout(system);
  const only = await addResponder(system);
  const [before] = await rows(callout);
  expect(before).toMatchObject({ id: callout.id, responder: null, supplier: null, dispatchedAt: null });
  system.clock.advance({ seconds: 30 });
  const sentAt = system.clock.now().toString({ fractionalSecondDigits: 3 });
  await bringTo(system, callout, "assigned", only);
  const answer = await read(callout);
  expect(answer.status).toBe("Responder Dispatched");
  expect(answer.callout.incidentInformation).toEqual([
    {
      ...before,
      responder: {
        id: only.responderId,
        name: "Responder 1",
        callSign: null,
        vehicle: null,
        latitude: -26.1,
        longitude: 28.05,
        positionAt: before.calloutCurrentLocation.updatedAt,
      },
      supplier: { id: only.supplierId, name: expect.stringMatching(/^Supplier/) },
      etaSeconds: 240,
      dispatchedAt: sentAt,
      acknowledgedAt: sentAt,
    },
  ]);
});

test("each responder has a row; one whom a controller sent has acknowledged nothing; one who gave up is called off", async () => {
  const callout = await raiseCallout(system);
  const [first, second] = [await addResponder(system), await addResponder(system)];
  const firstId = await bringTo(system, callout, "onScene", first);
  const secondId = await nextId(system, "assignment_id");
  await sendByHand(callout, second.responderId, secondId);
  system.clock.advance({ seconds: 60 });
  await happen(system, callout, {
    type: "aborted",
    assignmentId: firstId,
    reason: "Flat tyre",
    by: controller,
  });
  const now = system.clock.now().toString({ fractionalSecondDigits: 3 });
  expect(await rows(callout)).toMatchObject([
    { id: callout.id, responder: { id: first.responderId }, arrivedAt: expect.any(String), cancelledAt: now },
    {
      id: secondId,
      responder: { id: second.responderId },
      etaSeconds: 600,
      dispatchedAt: expect.any(String),
      acknowledgedAt: null,
      cancelledAt: null,
    },
  ]);

  // the first is sent again: still one row a responder, in the same order and under the same ids
  await sendByHand(callout, first.responderId, await nextId(system, "assignment_id"));
  expect(await rows(callout)).toMatchObject([
    {
      id: callout.id,
      responder: { id: first.responderId },
      dispatchedAt: now,
      arrivedAt: null,
      cancelledAt: null,
    },
    { id: secondId, responder: { id: second.responderId } },
  ]);
});

test("the ids of rows fit 32 bits, which is all that many typed clients read", async () => {
  const callout = await raiseCallout(system);
  for (let time = 0; time < 2; time++)
    await sendByHand(
      callout,
      (await addResponder(system)).responderId,
      await nextId(system, "assignment_id"),
    );
  const ids = (await rows(callout)).map(({ id }: { id: number }) => id);
  expect(ids).toHaveLength(2);
  for (const id of ids) expect(id).toBeLessThan(2 ** 31);
});

test("a responder's position is followed until they are done, and no further", async () => {
  const callout = await raiseCallout(system);
  const only = await addResponder(system);
  const assignmentId = await bringTo(system, callout, "onScene", only);
  const moveTo = async (latitude: number): Promise<void> => {
    system.clock.advance({ seconds: 10 });
    system.context.fleet.record(only.responderId, [
      fixAt({ latitude, longitude: 28.05 }, system.clock.now()),
    ]);
    await system.context.fleet.flush();
  };
  await moveTo(-26.11);
  expect(await rows(callout)).toMatchObject([{ responder: { latitude: -26.11 }, completedAt: null }]);
  const by = { kind: "responder", id: only.responderId, name: null } as const;
  await happen(system, callout, { type: "completed", assignmentId, outcome: null, notes: null, by });
  const completedAt = system.clock.now().toString({ fractionalSecondDigits: 3 });
  await moveTo(-26.5);
  expect(await rows(callout)).toMatchObject([{ responder: { latitude: -26.11 }, completedAt }]);
});

test.each([
  ["assigned", "Responder Dispatched"],
  ["onScene", "Responder Arrived"],
  ["completed", "Responder Completed"],
  ["closed", "closed"],
] as const)("%s reads as %s", async (step, status) => {
  const callout = await raiseCallout(system);
  const only = await addResponder(system);
  await bringTo(system, callout, step, only);
  expect((await read(callout)).status).toBe(status);
});

test("a callout that was cancelled before anybody went says so in its row", async () => {
  const callout = await raiseCallout(system);
  const by = { kind: "integrator", id: 11, name: "acme" } as const;
  await happen(system, callout, { type: "cancelled", kind: "plain", reason: null, by });
  const now = system.clock.now().toString({ fractionalSecondDigits: 3 });
  expect(await rows(callout)).toMatchObject([{ id: callout.id, responder: null, cancelledAt: now }]);
});
