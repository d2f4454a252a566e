import { addResponder, addResponders, addVisit, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";

const system = useSystem({ demo: true });
const assign = (visitId: number, responderId: number) =>
  as(system, "operator", "POST", `/visits/${visitId}/assign`, { responderId });

test("a responder that never was, is disabled, or is simulated while the partner is real", async () => {
  const { visitId } = await addVisit(system);
  const disabled = await addResponder(system);
  const [simulated] = await addResponders(system, 1, { isDemo: true });
  await as(system, "supervisor", "PATCH", `/responders/${disabled.responderId}`, { disabled: true });
  for (const responderId of [999_999, disabled.responderId, simulated?.responderId ?? 0])
    expect(await assign(visitId, responderId)).toMatchObject({
      status: 404,
      body: { message: `Responder ${responderId} was not found.` },
    });
});

test("a visit that never was, before the responder is looked at", async () => {
  expect(await assign(999_999, 999_999)).toMatchObject({
    status: 404,
    body: { message: "Visit 999999 was not found." },
  });
});
