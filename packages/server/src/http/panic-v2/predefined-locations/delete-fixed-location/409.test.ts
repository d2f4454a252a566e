import { useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";

const system = useSystem();
const path = "/panic-api/v2/predefinedLocations";

async function createWithCallout(externalReferenceId: string) {
  const body = { externalReferenceId, locationIdentifier: "x", latitude: 1, longitude: 1 };
  const location = await system.request({ method: "POST", path, body });
  const raise = {
    method: "POST",
    path: `${path}/externalRef/${externalReferenceId}/callouts`,
    body: { responseTypeId: 1 },
  } as const;
  const callout = await system.request(raise);
  return { id: location.body.id as number, calloutId: callout.body.id as number };
}

async function setCallout(id: number, assignment: string): Promise<void> {
  await system.context.db.query({ text: `update callout set ${assignment} where id = ${id}` });
}

describe("409", () => {
  test("a callout is active there, however far it has come", async () => {
    const { id, calloutId } = await createWithCallout("active");
    const phases = ["awaiting", "offering", "assigned", "onScene", "completed"];
    for (const state of [
      ...phases.map((phase) => `phase = '${phase}'`),
      "phase = 'awaiting', duress = true",
    ]) {
      await setCallout(calloutId, state);
      const answer = await system.request({ method: "DELETE", path: `${path}/${id}` });
      expect(answer.status, state).toBe(409);
      expect(answer.headers["x-error-code"]).toBe("location-in-use");
      expect(answer.body.message).toContain(`fixed location ${id}`);
    }
    expect((await system.request({ method: "GET", path: `${path}/${id}` })).status).toBe(200);
  });

  test("no longer, once it is cancelled or closed", async () => {
    for (const phase of ["cancelled", "closed"]) {
      const { id, calloutId } = await createWithCallout(phase);
      await setCallout(calloutId, `phase = '${phase}'`);
      expect((await system.request({ method: "DELETE", path: `${path}/${id}` })).status).toBe(200);
    }
  });
});
