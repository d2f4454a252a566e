import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { callOff, refusedIn, taken } from "../testing/visits.ts";

const system = useSystem();

describe("409 says the state", () => {
  test("before the arrival", async () => {
    const { app, path } = await taken(system);
    expect(await app.post(`${path}/complete`)).toMatchObject(refusedIn("assigned"));
  });

  test("twice: the first one stands, with its notes", async () => {
    const { app, path } = await taken(system);
    await app.post(`${path}/arrive`);
    const [one, other] = await Promise.all([
      app.post(`${path}/complete`, { notes: "one" }),
      app.post(`${path}/complete`, { notes: "other" }),
    ]);
    expect([one.status, other.status].toSorted()).toEqual([200, 409]);
    const [row] = await system.context.db.query<{ notes: string }>({
      text: "select notes from scheduled_occurrence where notes in ('one', 'other')",
    });
    expect(row?.notes).toBe(one.status === 200 ? "one" : "other");
    expect(one.status === 200 ? other : one).toMatchObject(refusedIn("completed"));
  });

  test("after it was called off, and when it is missed; but a call-off changes nothing for who is there", async () => {
    const off = await taken(system);
    await callOff(system, off.visit);
    expect(await off.app.post(`${off.path}/complete`)).toMatchObject(refusedIn("cancelled"));
    const there = await taken(system);
    await there.app.post(`${there.path}/arrive`);
    await callOff(system, there.visit);
    expect((await there.app.post(`${there.path}/complete`)).status).toBe(200);
    const missed = await taken(system);
    system.clock.advance({ hours: 1 });
    await system.drain();
    expect(await missed.app.post(`${missed.path}/complete`)).toMatchObject(refusedIn("missed"));
  });
});
