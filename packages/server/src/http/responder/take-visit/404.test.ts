import { addResponders, addVisit, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem({ demo: true });

test("a visit that never was; a real partner's, for a simulated responder", async () => {
  const { visitId } = await addVisit(system);
  const [simulated] = await addResponders(system, 1, { isDemo: true });
  const token = (await simulated?.token()) ?? null;
  for (const id of [visitId, 999_999])
    expect(
      await system.request({ method: "POST", path: `/responder/v1/visits/${id}/take`, token }),
    ).toMatchObject({ status: 404, body: { message: `Visit ${id} was not found.` } });
});
