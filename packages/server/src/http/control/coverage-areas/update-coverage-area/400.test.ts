import { addResponders, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";
import { box } from "../../testing/geometry.ts";

const system = useSystem();

test.each([{ supplierId: 999_999 }, { responseTypeId: 9 }, { name: "" }, { geometry: { type: "Point" } }])(
  "%j changes nothing",
  async (body) => {
    const [responder] = await addResponders(system, 1);
    const asked = {
      supplierId: responder?.supplierId,
      responseTypeId: 1,
      name: "A",
      geometry: box(27, -27, 29, -26),
    };
    const { body: made } = await as(system, "supervisor", "POST", "/coverage-areas", asked);
    expect((await as(system, "supervisor", "PATCH", `/coverage-areas/${made.id}`, body)).status).toBe(400);
    const { coverageAreas } = (await as(system, "operator", "GET", "/coverage-areas")).body;
    expect(coverageAreas).toContainEqual(made);
  },
);
