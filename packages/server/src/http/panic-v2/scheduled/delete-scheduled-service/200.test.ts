import { addResponder, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { callOff, read, scheduled } from "../testing/schedule.ts";

const system = useSystem();
const statuses = (body: { occurrences: { status: string }[] }): string[] =>
  body.occurrences.map(({ status }) => status);

test("future occurrences are dropped, past ones kept, and nothing is planned any more", async () => {
  const id = await scheduled(system, { config: { dateTo: "2030-12-31" } });
  const responder = await addResponder(system);
  system.clock.advance({ hours: 20, minutes: 30 });
  const token = await responder.token();
  const [first] = (await read(system, id)).body.occurrences;
  for (const act of ["take", "arrive", "complete"])
    await system.request({ method: "POST", path: `/responder/v1/visits/${first.id}/${act}`, token });
  system.clock.advance({ hours: 73 });
  await system.drain();
  expect(await callOff(system, id)).toMatchObject({
    status: 200,
    body: { message: "Scheduled service cancelled." },
  });
  const { body } = await read(system, id);
  expect(body).toMatchObject({ status: "cancelled", nextOccurrence: null, cancelledAt: body.updatedAt });
  expect(statuses(body)).toEqual(["completed", "missed"]);
  system.clock.advance({ hours: 1440 });
  await system.drain();
  expect(statuses((await read(system, id)).body)).toEqual(["completed", "missed"]);
});

test("one whose window is over is the past, also when the clockwork has not looked yet", async () => {
  const id = await scheduled(system, { config: { dateFrom: "2026-03-30", dateTo: "2026-03-30" } });
  system.clock.advance({ hours: 480 });
  await callOff(system, id);
  await system.drain();
  expect(statuses((await read(system, id)).body)).toEqual(["missed"]);
});

test.each([undefined, {}, { reason: "x" }])("with the body %j", async (body) => {
  const dates = { dateFrom: "2026-05-01", dateTo: "2026-05-31" };
  const id = await scheduled(system, { config: dates });
  expect((await callOff(system, id, body)).status).toBe(200);
});

test("called off already: the same answer, and nothing changes", async () => {
  const id = await scheduled(system, { config: { dateFrom: "2026-05-01", dateTo: "2026-05-31" } });
  const first = await callOff(system, id);
  const before = (await read(system, id)).text;
  system.clock.advance({ seconds: 1 });
  expect(await callOff(system, id.toUpperCase())).toMatchObject({ status: 200, text: first.text });
  expect((await read(system, id)).text).toBe(before);
});
