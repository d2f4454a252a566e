import { addResponders, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { act, look, raise, raiseAndSend } from "../../testing/callouts.ts";

const system = useSystem();

test("somebody unfit is refused with every reason", async () => {
  const calloutId = await raise(system, { responseTypeId: 2 });
  const [responder] = await addResponders(system, 1, { onDuty: false, responseTypes: [1] });
  const answer = await act(system, calloutId, "dispatch", { responderId: responder?.responderId });
  expect(answer).toMatchObject({ status: 409, headers: { "x-error-code": "responder-unfit" } });
  expect(answer.body.message).toBe(
    `Responder ${responder?.responderId} (Responder 1) is unfit: wrongResponseType, offDuty. ` +
      "To send them all the same, say override and a reason.",
  );
  expect((await look(system, `/callouts/${calloutId}`)).body).toMatchObject({ sequence: 1, assignments: [] });
});

test("whoever is too far is refused, and sent all the same when somebody says why", async () => {
  const calloutId = await raise(system);
  const [responder] = await addResponders(system, 1, { near: { latitude: -33.92, longitude: 18.42 } });
  const body = { responderId: responder?.responderId };
  const answer = await act(system, calloutId, "dispatch", body);
  expect(answer).toMatchObject({ status: 409, headers: { "x-error-code": "responder-unfit" } });
  expect(answer.body.message).toContain("is unfit: tooFar.");
  const sent = await act(system, calloutId, "dispatch", {
    ...body,
    override: true,
    reason: "By helicopter.",
  });
  expect(sent).toMatchObject({ status: 200, body: { state: "assigned" } });
});

test("whoever is on the way already is not sent twice", async () => {
  const { calloutId, responder } = await raiseAndSend(system);
  const body = { responderId: responder.responderId, override: true, reason: "Again." };
  const answer = await act(system, calloutId, "dispatch", body);
  expect(answer).toMatchObject({ status: 409, headers: { "x-error-code": "callout-state" } });
  expect(answer.body.message).toContain("responderAssigned");
});

test("one responder, ten callouts at the same instant: one has them, nine are refused", async () => {
  const callouts = await Promise.all(Array.from({ length: 10 }, () => raise(system)));
  const [responder] = await addResponders(system, 1);
  const answers = await Promise.all(
    callouts.map((calloutId) => act(system, calloutId, "dispatch", { responderId: responder?.responderId })),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const refused = answers.filter(({ status }) => status !== 200);
  expect(new Set(refused.map(({ headers }) => headers["x-error-code"]))).toEqual(
    new Set(["responder-unfit"]),
  );
});

test("nobody is sent to what is over", async () => {
  const calloutId = await raise(system);
  await act(system, calloutId, "cancel", { reason: "A mistake." });
  const [responder] = await addResponders(system, 1);
  const answer = await act(system, calloutId, "dispatch", { responderId: responder?.responderId });
  expect(answer.body.message).toMatch(/is cancelled \(alreadyCancelled\)\. Possible now: .*closed/);
});
