import { addResponders, useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import { as } from "../../testing/as.ts";
import { box } from "../../testing/geometry.ts";

const system = useSystem();
const place = { latitude: -26.1, longitude: 28.05 };

test("what is absent stays as it is, and dispatch follows at once", async () => {
  const [responder, other] = [...(await addResponders(system, 1)), ...(await addResponders(system, 1))];
  const asked = {
    supplierId: responder?.supplierId,
    responseTypeId: 1,
    name: "A",
    geometry: box(27, -27, 29, -26),
  };
  const { body: made } = await as(system, "supervisor", "POST", "/coverage-areas", asked);
  const path = `/coverage-areas/${made.id}`;
  const covering = (type = 1) => system.context.coverage.suppliersCovering(place, type);
  expect(covering()).toEqual(new Set([responder?.supplierId]));
  const moved = await as(system, "supervisor", "PATCH", path, { geometry: box(10, 10, 11, 11) });
  expect(moved).toMatchObject({ status: 200, body: { ...asked, geometry: box(10, 10, 11, 11) } });
  expect(covering()).toEqual(new Set());
  const changed = { supplierId: other?.supplierId, responseTypeId: 2, name: "B", geometry: asked.geometry };
  expect((await as(system, "supervisor", "PATCH", path, changed)).body).toMatchObject(changed);
  expect([covering(1), covering(2)]).toEqual([null, new Set([other?.supplierId])]);
});
