import { addResponder, bringTo, happen, raiseCallout, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("only after the close", async () => {
  const [fresh, done, cancelled] = [
    await raiseCallout(system),
    await raiseCallout(system),
    await raiseCallout(system),
  ];
  await bringTo(system, done, "completed", await addResponder(system));
  const by = { kind: "integrator", id: 11, name: "acme" } as const;
  await happen(system, cancelled, { type: "cancelled", kind: "plain", reason: null, by });
  for (const { id } of [fresh, done, cancelled]) {
    const answer = await system.request({ method: "GET", path: `/panic-api/v2/callouts/${id}/maps` });
    expect(answer.status).toBe(409);
    expect(answer.headers["x-error-code"]).toBe("callout-state");
    expect(answer.body.message).toContain("once it is closed");
  }
});
