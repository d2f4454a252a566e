import { addResponders, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";
import { box } from "../../testing/geometry.ts";

const system = useSystem();

test("every area with its outline, the oldest first", async () => {
  expect((await as(system, "operator", "GET", "/coverage-areas")).body).toEqual({ coverageAreas: [] });
  const [responder] = await addResponders(system, 1);
  const area = { supplierId: responder?.supplierId, responseTypeId: 1, geometry: box(27, -27, 29, -26) };
  for (const name of ["North", "South"])
    await as(system, "supervisor", "POST", "/coverage-areas", { ...area, name });
  const { status, body } = await as(system, "operator", "GET", "/coverage-areas");
  expect(status).toBe(200);
  expect(body.coverageAreas).toMatchObject([
    { ...area, name: "North" },
    { ...area, name: "South" },
  ]);
});
