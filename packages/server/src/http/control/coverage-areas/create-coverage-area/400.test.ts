import { addResponders, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";
import { box } from "../../testing/geometry.ts";

const system = useSystem();

// the geometry's own test has the whole table
test.each([
  [{ supplierId: 999_999 }, "supplierId must be the id of a supplier"],
  [{ responseTypeId: 9 }, "responseTypeId must be one of 1 (SECURITY)"],
  [{ name: "" }, "name must not be blank"],
  [{ geometry: undefined }, "geometry.type must be Polygon or MultiPolygon"],
  [{ geometry: { type: "Polygon", coordinates: [[[28, -26]]] } }, "geometry.coordinates[0] must be a ring"],
])("%j", async (wrong, message) => {
  const [responder] = await addResponders(system, 1);
  const good = {
    supplierId: responder?.supplierId,
    responseTypeId: 1,
    name: "A",
    geometry: box(27, -27, 29, -26),
  };
  const answer = await as(system, "supervisor", "POST", "/coverage-areas", { ...good, ...wrong });
  expect(answer.status).toBe(400);
  expect(answer.body.message).toContain(message);
});
