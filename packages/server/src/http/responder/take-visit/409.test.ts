import { addVisit, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { free } from "../testing/at-work.ts";
import { callOff, refusedIn, taken } from "../testing/visits.ts";

const system = useSystem();

describe("409", () => {
  test("somebody else has it", async () => {
    const { path } = await taken(system);
    expect(await (await free(system)).post(`${path}/take`)).toMatchObject(refusedIn("assigned"));
  });

  test("of ten at the same instant one gets it", async () => {
    const { visitId } = await addVisit(system);
    const apps = await Promise.all(Array.from({ length: 10 }, () => free(system)));
    const answers = await Promise.all(apps.map((app) => app.post(`/visits/${visitId}/take`)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([
      200,
      ...Array.from({ length: 9 }, () => 409),
    ]);
    for (const answer of answers.filter(({ status }) => status === 409))
      expect(answer).toMatchObject(refusedIn("assigned"));
  });

  test("called off, and over", async () => {
    const app = await free(system);
    const off = await addVisit(system);
    await callOff(system, off);
    expect(await app.post(`/visits/${off.visitId}/take`)).toMatchObject(refusedIn("cancelled"));
    const over = await addVisit(system);
    system.clock.advance({ hours: 1 });
    expect(await app.post(`/visits/${over.visitId}/take`)).toMatchObject(refusedIn("missed"));
  });

  test("off duty", async () => {
    const { visitId } = await addVisit(system);
    const app = await free(system);
    await app.put("/shift", { onDuty: false });
    expect(await app.post(`/visits/${visitId}/take`)).toMatchObject({
      status: 409,
      headers: { "x-error-code": "off-duty" },
    });
  });
});
