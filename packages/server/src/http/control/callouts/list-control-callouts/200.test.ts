import { addOperator, addResponders, useSystem } from "@tocsin/testkit";
import type { ControlCallout } from "@tocsin/wire";
import { expect, test } from "vitest";
import { act, look, raise } from "../../testing/callouts.ts";

const system = useSystem();

test("a row says everything that a controller needs before opening it", async () => {
  const [responder, other] = await addResponders(system, 2);
  const calloutId = await raise(system, { responseTypeId: 2, calloutClassificationId: 3 });
  await system.context.db.query({
    text: "update fixed_location set formatted_address = '1 Long Street', location_additional_information = 'Ring twice'",
  });
  const owner = await addOperator(system);
  await act(system, calloutId, "own", undefined, { token: await owner.token() });
  await act(system, calloutId, "dispatch", { responderId: responder?.responderId });
  system.clock.advance({ seconds: 12 });
  const { status, body } = await look(system, "/callouts");
  expect(status).toBe(200);
  const [row] = body.callouts;
  expect(body).toEqual({ callouts: [row], nextCursor: null });
  expect(row).toEqual({
    id: calloutId,
    state: "assigned",
    status: "Responder Dispatched",
    closedOutcome: null,
    customerSource: { id: system.partner.customerSourceId, name: "Acme Stores" },
    site: {
      id: expect.any(Number),
      externalReferenceId: expect.stringMatching(/^at-/),
      name: expect.stringMatching(/^at-/),
      additionalInformation: "Ring twice",
      address: "1 Long Street",
    },
    customer: {
      id: system.partner.houseAccountId,
      name: "Acme Stores",
      surname: "House account",
      mobile: null,
      isHouseAccount: true,
    },
    responseType: { id: 2, value: "MEDICAL", description: "Medical response" },
    classification: { id: 3, value: "UNVERIFIED", description: "Not yet verified", verified: false },
    internalTest: false,
    position: { latitude: -26.1, longitude: 28.05, accuracy: null },
    createdAt: "2026-01-15T08:00:00.000Z",
    ageSeconds: 12,
    owner: { id: owner.operatorId, name: owner.name },
    duress: false,
    priority: 1,
    repeats: 0,
    deadline: { kind: "progress", at: "2026-01-15T08:00:15.000Z" },
    assigned: [
      {
        assignmentId: expect.any(Number),
        responderId: responder?.responderId,
        name: "Responder 1",
        state: "assigned",
        etaSeconds: 0,
        etaMethod: "estimate",
        assignedAt: "2026-01-15T08:00:00.000Z",
      },
    ],
    openOffers: [],
    linked: [],
    sequence: 3,
  });

  const offered = await raise(system);
  await system.drain();
  const rows = (await look(system, "/callouts")).body.callouts as { id: number; openOffers: unknown[] }[];
  const offer = {
    offerId: expect.any(Number),
    responderId: other?.responderId,
    name: "Responder 2",
    etaSeconds: 12,
    etaMethod: "estimate",
    expiresAt: "2026-01-15T08:00:32.000Z",
  };
  expect(rows.find(({ id }) => id === offered)?.openOffers).toEqual([offer]);
});

test("each ETA says how it was found, as it was stored", async () => {
  const calloutId = await raise(system);
  const [sent] = await addResponders(system, 1);
  const [asked] = await addResponders(system, 1);
  await act(system, calloutId, "dispatch", { responderId: sent?.responderId });
  const offeredId = await raise(system);
  await system.drain();
  await system.context.db.query({
    text: `with routed as (update assignment set eta_method = 'osrm', eta_seconds = 240 where responder_id = $1)
      update offer set eta_method = 'valhalla', eta_seconds = 300 where responder_id = $2`,
    values: [sent?.responderId, asked?.responderId],
  });
  const { callouts } = (await look(system, "/callouts")).body as { callouts: ControlCallout[] };
  expect(callouts.find(({ id }) => id === calloutId)?.assigned).toMatchObject([
    { responderId: sent?.responderId, etaSeconds: 240, etaMethod: "osrm" },
  ]);
  expect(callouts.find(({ id }) => id === offeredId)?.openOffers).toMatchObject([
    { responderId: asked?.responderId, etaSeconds: 300, etaMethod: "valhalla" },
  ]);
});

test("open ones are listed unless others are asked for; pages follow each other", async () => {
  const ids = [await raise(system), await raise(system)];
  await act(system, ids[0] ?? 0, "cancel", { reason: "Nobody there." });
  await act(system, ids[1] ?? 0, "close", { outcome: "falseAlarm" });
  const list = async (query: string) => (await look(system, `/callouts${query}`)).body;
  const idsOf = (body: { callouts: { id: number }[] }): number[] => body.callouts.map(({ id }) => id);
  expect(idsOf(await list("?state=open"))).toEqual(idsOf(await list("")));
  expect(idsOf(await list(""))).toContain(ids[0]);
  expect(idsOf(await list(""))).not.toContain(ids[1]);
  expect((await list("?state=closed")).callouts).toMatchObject([
    { id: ids[1], state: "closed", status: "closed", closedOutcome: "falseAlarm", deadline: null },
  ]);
  const first = await list("?state=all&limit=1");
  const second = await list(`?state=all&limit=1000&cursor=${first.nextCursor}`);
  expect([...idsOf(first), ...idsOf(second)]).toEqual(idsOf(await list("?state=all")));
  expect(second.nextCursor).toBeNull();
});
