import { addResponder, bringTo, happen, raiseCallout, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test("before it is completed, and while it is cancelled but not closed", async () => {
  const [fresh, going, cancelled] = [
    await raiseCallout(system),
    await raiseCallout(system),
    await raiseCallout(system),
  ];
  await bringTo(system, going, "onScene", await addResponder(system));
  const by = { kind: "integrator", id: 11, name: "acme" } as const;
  await happen(system, cancelled, { type: "cancelled", kind: "plain", reason: null, by });
  for (const { id } of [fresh, going, cancelled]) {
    const body = { calloutId: id, rating: 1 };
    const answer = await system.request({ method: "POST", path: "/panic-api/v2/ratings", body });
    expect(answer.status).toBe(409);
    expect(answer.headers["x-error-code"]).toBe("callout-state");
  }
});
