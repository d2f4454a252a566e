import { addVisit, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { free } from "../testing/at-work.ts";
import { taken } from "../testing/visits.ts";

const system = useSystem();

test.each(["before its window begins", "in the last moment of its window"])("%s", async (when) => {
  const { app, path, visit } = await taken(system);
  const last = visit.endsAt.subtract({ milliseconds: 1 }).since(system.clock.now());
  if (when.startsWith("in the last")) system.clock.advance(last);
  const arrivedAt = system.clock.now().toString({ fractionalSecondDigits: 3 });
  expect(await app.post(`${path}/arrive`)).toMatchObject({
    status: 200,
    body: { state: "arrived", arrivedAt },
  });
  system.clock.advance({ hours: 2 });
  await system.drain();
  expect(await app.post(`${path}/complete`)).toMatchObject({ status: 200, body: { state: "completed" } });
});

test("an hour before at the earliest", async () => {
  const { visitId, startsAt } = await addVisit(system, { inMinutes: 90 });
  const app = await free(system);
  await app.post(`/visits/${visitId}/take`);
  system.clock.advance(startsAt.subtract({ hours: 1 }).since(system.clock.now()));
  expect((await app.post(`/visits/${visitId}/arrive`)).status).toBe(200);
});
