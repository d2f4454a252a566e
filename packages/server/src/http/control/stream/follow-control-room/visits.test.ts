import {
  addResponder,
  addVisit,
  openStream,
  type ServerSentEvent,
  type StreamClient,
  useSystem,
} from "@tocsin/testkit";
import { controlStreamEvents } from "@tocsin/wire";
import { afterEach, beforeAll, expect, test } from "vitest";
import { as } from "../../testing/as.ts";
import { raise } from "../../testing/callouts.ts";

const system = useSystem();
const path = "/control/v1/stream";
let address: string;
let stream: StreamClient;

beforeAll(async () => {
  address = await system.app.listen({ host: "127.0.0.1", port: 0 });
});
afterEach(() => stream.cut());

const open = async (headers = {}) => {
  stream = await openStream(address, { path, token: await system.operatorToken(), headers });
  return stream;
};
const tells = ({ event }: ServerSentEvent): boolean => ["visit", "callout", "alarm"].includes(event);

test("what happens to a visit comes with the visit, as the list shows it", async () => {
  await open();
  await stream.next(({ event }) => event === "heartbeat");
  const { visitId } = await addVisit(system);
  const planned = await stream.next(tells);
  expect(planned).toMatchObject({
    event: "visit",
    data: { visitId, kind: "planned", actor: { kind: "system" } },
  });
  const { responderId } = await addResponder(system);
  const { body } = await as(system, "operator", "POST", `/visits/${visitId}/assign`, { responderId });
  const assigned = await stream.next(tells);
  expect(assigned).toEqual({
    id: expect.stringMatching(/^\d+-\d+$/),
    event: "visit",
    data: {
      visitId,
      at: "2026-01-15T08:00:00.000Z",
      kind: "assigned",
      actor: { kind: "controller", id: expect.any(Number), name: expect.any(String) },
      body: { responderId },
      visit: body,
    },
  });
  expect(controlStreamEvents.visit.parse(assigned.data)).toEqual(assigned.data);
});

test("a missed one rings within the minute, once", async () => {
  const { visitId, endsAt } = await addVisit(system, { inMinutes: 10, windowMinutes: 10 });
  await open();
  system.clock.advance(endsAt.since(system.clock.now()));
  await system.drain();
  await system.drain();
  const alarm = await stream.next(({ event }) => event === "alarm");
  expect(alarm.data).toMatchObject({
    visitId,
    alarm: "visitMissed",
    kind: "missed",
    at: endsAt.toString({ fractionalSecondDigits: 3 }),
    visit: { id: visitId, state: "missed" },
  });
  expect(controlStreamEvents.alarm.parse(alarm.data)).toEqual(alarm.data);
  await raise(system);
  expect((await stream.next(tells)).event).toBe("callout");
});

test("callouts and visits stand in one order, which is resumed without a gap", async () => {
  await open();
  const start = await stream.next(({ event }) => event === "heartbeat");
  for (let index = 0; index < 10; index++) {
    await addVisit(system);
    await raise(system);
  }
  const told: string[] = [];
  for (let index = 0; index < 20; index++) {
    // cut off after every other one
    if (index % 2 === 1) {
      stream.cut();
      await open({ "last-event-id": told.at(-1) });
    }
    const { id } = await stream.next(tells);
    told.push(id ?? "");
  }
  const rows = await system.context.db.query<{ written: string }>({
    text: `select tx::text || '-' || id as written from
        (select tx, id from callout_event union all select tx, id from visit_event) all_of_them
      where (tx, id) > ($1::xid8, $2::bigint) order by tx, id`,
    values: (start.id ?? "").split("-"),
  });
  expect(told).toEqual(rows.map(({ written }) => written));
});
