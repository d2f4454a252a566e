import { addVisit, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { free } from "../testing/at-work.ts";
import { callOff, refusedIn, taken } from "../testing/visits.ts";

const system = useSystem();

describe("409 says the state", () => {
  test("late: it is missed, before and after the clockwork has looked, and stays so", async () => {
    const { app, path, visit } = await taken(system);
    system.clock.advance(visit.endsAt.since(system.clock.now()));
    expect(await app.post(`${path}/arrive`)).toMatchObject(refusedIn("missed"));
    await system.drain();
    expect(await app.post(`${path}/arrive`)).toMatchObject(refusedIn("missed"));
  });

  test("after it was called off", async () => {
    const { app, path, visit } = await taken(system);
    await callOff(system, visit);
    expect(await app.post(`${path}/arrive`)).toMatchObject(refusedIn("cancelled"));
  });

  test("twice, and after it is done", async () => {
    const { app, path } = await taken(system);
    await app.post(`${path}/arrive`);
    expect(await app.post(`${path}/arrive`)).toMatchObject(refusedIn("arrived"));
    await app.post(`${path}/complete`);
    expect(await app.post(`${path}/arrive`)).toMatchObject(refusedIn("completed"));
  });

  test("more than an hour before its window", async () => {
    const { visitId } = await addVisit(system, { inMinutes: 62 });
    const app = await free(system);
    await app.post(`/visits/${visitId}/take`);
    const answer = await app.post(`/visits/${visitId}/arrive`);
    expect(answer).toMatchObject(refusedIn("assigned"));
    expect(answer.body.message).toContain("60 minutes before");
  });

  test("of an arrival and a call-off at the same instant one wins, and the other hears of it", async () => {
    for (let round = 0; round < 8; round++) {
      const { app, path, visit } = await taken(system);
      const [arrival] = await Promise.all([app.post(`${path}/arrive`), callOff(system, visit)]);
      const [row] = await system.context.db.query<{ phase: string }>({
        text: "select phase from scheduled_occurrence where id = $1",
        values: [visit.visitId],
      });
      const arrived = { status: 200, body: { state: "arrived" } };
      expect(arrival).toMatchObject(row?.phase === "arrived" ? arrived : refusedIn("cancelled"));
    }
  });
});
