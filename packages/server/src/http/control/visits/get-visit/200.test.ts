import { addResponders, addVisit, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";

const system = useSystem();

test("the row, and everything that happened: who did what, and instead of whom", async () => {
  const { visitId } = await addVisit(system);
  const [one, other] = await addResponders(system, 2);
  for (const responder of [one, other])
    await as(system, "operator", "POST", `/visits/${visitId}/assign`, {
      responderId: responder?.responderId,
    });
  const token = await other?.token();
  const act = (step: string, body?: object) =>
    system.request({
      method: "POST",
      path: `/responder/v1/visits/${visitId}/${step}`,
      token: token ?? null,
      body,
    });
  await act("arrive");
  await act("complete", { notes: "All well." });
  const [row] = (await as(system, "operator", "GET", "/visits?state=completed")).body.visits;
  const { status, body } = await as(system, "operator", "GET", `/visits/${visitId}`);
  const controller = { kind: "controller", id: expect.any(Number), name: expect.any(String) };
  const responder = { kind: "responder", id: other?.responderId, name: "Responder 2" };
  const at = "2026-01-15T08:00:00.000Z";
  expect(status).toBe(200);
  expect(body).toEqual({
    ...row,
    timeline: [
      { at, kind: "planned", actor: { kind: "system", id: null, name: null }, body: {} },
      { at, kind: "assigned", actor: controller, body: { responderId: one?.responderId } },
      {
        at,
        kind: "assigned",
        actor: controller,
        body: { responderId: other?.responderId, insteadOf: one?.responderId },
      },
      { at, kind: "arrived", actor: responder, body: { responderId: other?.responderId } },
      {
        at,
        kind: "completed",
        actor: responder,
        body: { responderId: other?.responderId, notes: "All well." },
      },
    ],
  });
});
