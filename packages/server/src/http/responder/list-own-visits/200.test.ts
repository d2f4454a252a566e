import { addResponders, addVisit, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { type App, appOf, free } from "../testing/at-work.ts";
import { callOff, taken } from "../testing/visits.ts";

const system = useSystem({ demo: true });

async function visitsOf(app: App): Promise<{ own: number[]; open: number[] }> {
  const token = await app.responder.token();
  const { body } = await system.request({ method: "GET", path: "/responder/v1/visits", token });
  const ids = (visits: { id: number }[]): number[] => visits.map(({ id }) => id);
  return { own: ids(body.own), open: ids(body.open) };
}

describe("200", () => {
  test("what the responder has, and what nobody has and begins within a day", async () => {
    const { app, visit } = await taken(system);
    const soon = await addVisit(system, { inMinutes: 24 * 60 - 1 });
    const far = await addVisit(system, { inMinutes: 24 * 60 });
    const others = await taken(system);
    const off = await addVisit(system);
    await callOff(system, off);
    expect(await visitsOf(app)).toEqual({ own: [visit.visitId], open: [soon.visitId] });
    await app.post(`/visits/${visit.visitId}/arrive`);
    expect((await visitsOf(app)).own).toEqual([visit.visitId]);
    await app.post(`/visits/${visit.visitId}/complete`);
    expect(await visitsOf(app)).toEqual({ own: [], open: [soon.visitId] });
    expect((await visitsOf(others.app)).open).not.toContain(far.visitId);
  });

  test("off duty there is nothing to take, and one's own is still one's own", async () => {
    const { app, visit } = await taken(system);
    await app.put("/shift", { onDuty: false });
    expect(await visitsOf(app)).toEqual({ own: [visit.visitId], open: [] });
  });

  test("simulated responders see no real partner's visits", async () => {
    await addVisit(system);
    const [simulated] = await addResponders(system, 1, { isDemo: true });
    if (!simulated) throw new Error("no responder was made");
    expect((await visitsOf(await free(system))).open).not.toEqual([]);
    expect((await visitsOf(await appOf(system, simulated))).open).toEqual([]);
  });
});
