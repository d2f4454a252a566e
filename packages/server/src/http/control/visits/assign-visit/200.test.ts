import { addResponders, addVisit, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";

const system = useSystem();
const assign = (visitId: number, responderId: number | undefined) =>
  as(system, "operator", "POST", `/visits/${visitId}/assign`, { responderId });

test("somebody is to go, on duty or not, and reads it in their app", async () => {
  const { visitId } = await addVisit(system);
  const [responder] = await addResponders(system, 1, { onDuty: false });
  const { status, body } = await assign(visitId, responder?.responderId);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    id: visitId,
    state: "assigned",
    responder: { id: responder?.responderId, name: "Responder 1" },
    assignedAt: "2026-01-15T08:00:00.000Z",
  });
  const own = await system.request({
    method: "GET",
    path: "/responder/v1/visits",
    token: (await responder?.token()) ?? null,
  });
  expect(own.body).toEqual({ own: [body], open: [] });
});

test("somebody else goes instead, and whoever was to go has it no more", async () => {
  const { visitId } = await addVisit(system);
  const [one, other] = await addResponders(system, 2);
  await assign(visitId, one?.responderId);
  expect((await assign(visitId, other?.responderId)).body.responder.id).toBe(other?.responderId);
  const path = `/responder/v1/visits/${visitId}/arrive`;
  const first = await system.request({ method: "POST", path, token: (await one?.token()) ?? null });
  const second = await system.request({ method: "POST", path, token: (await other?.token()) ?? null });
  expect([first.status, second.status]).toEqual([404, 200]);
});
