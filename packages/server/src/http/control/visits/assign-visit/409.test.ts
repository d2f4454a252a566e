import { addResponder, addVisit, type TestVisit, useSystem } from "@tocsin/testkit";
import { describe, expect, test } from "vitest";
import { as } from "../../testing/as.ts";

const system = useSystem();

/** A visit that somebody had, brought so far. */
async function visitIn(state: string): Promise<TestVisit> {
  const visit = await addVisit(system);
  const responder = await addResponder(system);
  const token = await responder.token();
  const act = (step: string) =>
    system.request({ method: "POST", path: `/responder/v1/visits/${visit.visitId}/${step}`, token });
  await act("take");
  if (state === "arrived" || state === "completed") await act("arrive");
  if (state === "completed") await act("complete");
  if (state === "cancelled")
    await system.request({ method: "DELETE", path: `/panic-api/v2/scheduled/${visit.scheduledRequestId}` });
  if (state === "missed") system.clock.advance({ hours: 1 });
  return visit;
}

describe("409 says the state", () => {
  test.each(["arrived", "completed", "cancelled", "missed"])("%s", async (visitState) => {
    const { visitId } = await visitIn(visitState);
    const { responderId } = await addResponder(system);
    const assign = () => as(system, "operator", "POST", `/visits/${visitId}/assign`, { responderId });
    const expected = { status: 409, headers: { "x-error-code": "visit-state" }, body: { visitState } };
    // a window that is over is missed before and after the clockwork has looked
    expect(await assign()).toMatchObject(expected);
    await system.drain();
    expect(await assign()).toMatchObject(expected);
  });
});
