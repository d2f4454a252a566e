import { addResponder, addVisit, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";

const system = useSystem();
const list = async (query = "") => (await as(system, "operator", "GET", `/visits${query}`)).body;
const idsOf = (body: { visits: { id: number }[] }): number[] => body.visits.map(({ id }) => id);

test("a row says everything that somebody who goes there, or sends somebody, needs", async () => {
  const { visitId, scheduledRequestId } = await addVisit(system, { inMinutes: 30, windowMinutes: 20 });
  const body = await list();
  expect(body).toEqual({ visits: [body.visits[0]], nextCursor: null });
  expect(body.visits[0]).toEqual({
    id: visitId,
    scheduledRequestId,
    state: "planned",
    serviceType: "unlock",
    name: "Unlock",
    specialInstructions: null,
    details: { numberOfGuards: null, armedPreference: null, contacts: [] },
    startsAt: "2026-01-15T08:30:00.000Z",
    endsAt: "2026-01-15T08:50:00.000Z",
    timeZone: "UTC",
    position: { latitude: -26.1, longitude: 28.05 },
    address: "1 Long Street",
    customerSource: { id: system.partner.customerSourceId, name: "Acme Stores" },
    customer: { id: expect.any(Number), name: "Customer", surname: "1", mobile: null, isHouseAccount: false },
    responder: null,
    notes: null,
    assignedAt: null,
    arrivedAt: null,
    completedAt: null,
    missedAt: null,
    cancelledAt: null,
  });
});

test("by state and by the start of the window, of all partners; pages follow each other", async () => {
  const [first = 0] = idsOf(await list());
  const later = await addVisit(system, { inMinutes: 120, partner: system.otherPartner });
  const sooner = await addVisit(system, { inMinutes: 60 });
  const { responderId } = await addResponder(system);
  await as(system, "operator", "POST", `/visits/${sooner.visitId}/assign`, { responderId });
  expect(idsOf(await list())).toEqual([first, sooner.visitId, later.visitId]);
  expect(idsOf(await list("?state=planned"))).toEqual([first, later.visitId]);
  expect(idsOf(await list("?state=assigned"))).toEqual([sooner.visitId]);
  expect(idsOf(await list(`?from=${sooner.startsAt.toString()}`))).toEqual([sooner.visitId, later.visitId]);
  const to = later.startsAt.toString();
  expect(idsOf(await list(`?from=${sooner.startsAt.toString()}&to=${to}`))).toEqual([sooner.visitId]);

  system.clock.advance({ minutes: 55 });
  await system.drain();
  expect(idsOf(await list())).toEqual([sooner.visitId, later.visitId]);
  expect(await list("?state=missed")).toMatchObject({
    visits: [{ id: first, state: "missed", missedAt: "2026-01-15T08:55:00.000Z" }],
  });
  const one = await list("?state=all&limit=2");
  expect(idsOf(one)).toEqual([first, sooner.visitId]);
  const two = await list(`?state=all&limit=2&cursor=${one.nextCursor}`);
  expect([idsOf(two), two.nextCursor]).toEqual([[later.visitId], null]);
});

test("visits that begin at the same instant are all on some page, once", async () => {
  const made: number[] = [];
  for (let index = 0; index < 7; index++) made.push((await addVisit(system, { inMinutes: 300 })).visitId);
  const seen: number[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: { visits: { id: number }[]; nextCursor: string | null } = await list(
      `?limit=2${cursor && `&cursor=${cursor}`}`,
    );
    seen.push(...idsOf(page));
    cursor = page.nextCursor;
  }
  expect(seen.filter((id) => made.includes(id))).toEqual(made);
});
